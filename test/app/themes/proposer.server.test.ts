import { expect, onTestFinished, test, vi } from 'vitest'
import { encodeRound, encodeSoon } from '#app/themes/encode-round.server.ts'
import { workerEncoder } from '#app/themes/encoding/worker-encoder.server.ts'
import { findItemCodings } from '#app/themes/find-coding.server.ts'
import { findLinks } from '#app/themes/links/find-links.server.ts'
import type { ProposalQuestion, TextEncoder } from '#app/themes/proposal.ts'
import { proposerFor } from '#app/themes/proposer.server.ts'
import { memoryDatabase } from '../../db/fixtures.ts'
import type { RunningApplication } from '../../helpers/running-application.ts'
import { seedClient } from '../../helpers/seeded-client.ts'

const QUESTION: ProposalQuestion = Object.freeze({
  question: 'What comes first?',
  lines: [
    { id: 'a', person: '1', text: 'Repair the depot roofs' },
    { id: 'b', person: '2', text: 'Depot roofs repaired' },
  ],
  glossary: [],
  keep: { together: [], apart: [] },
  known: [],
})

/** Every text points where its first letter says; `asked` lists the texts. */
function spelling() {
  const asked: string[] = []
  const encoder: TextEncoder = {
    id: 'minilm-l6-v2',
    dimensions: 384,
    async embed(texts) {
      asked.push(...texts)
      return texts.map((text) => {
        const vector = new Float32Array(384)
        vector[text.toLowerCase().charCodeAt(0) % 384] = 1
        return vector
      })
    },
  }
  return { asked, encoder }
}

test('lines are compared by meaning, and their vectors are kept in the database', async () => {
  const db = await memoryDatabase()
  const { asked, encoder } = spelling()
  const first = await proposerFor(db, {}, encoder).propose(QUESTION)
  expect(first).toMatchObject({ proposerId: 'minilm-l6-v2/reading-1' })
  expect(first.notice).toBeUndefined()
  const count = asked.length
  expect(count).toBeGreaterThan(0)
  expect(await proposerFor(db, {}, encoder).propose(QUESTION)).toEqual(first)
  expect(asked).toHaveLength(count)
})

test('without the encoder, words alone decide and the proposal says so', async () => {
  const db = await memoryDatabase()
  const missing = workerEncoder({
    id: 'minilm-l6-v2',
    dimensions: 384,
    code: 'app/themes/encoding/nowhere.mjs',
    idleMs: 1000,
  })
  onTestFinished(() => missing.end())
  const { proposerId, notice, groups } = await proposerFor(db, {}, missing).propose(QUESTION)
  expect(proposerId).toBe('lexical-1/reading-1')
  expect(notice).toMatch(/^The sentence encoder did not answer: /)
  expect(groups).toHaveLength(1)
})

test('who gave up waiting is not answered by another proposer', async () => {
  const db = await memoryDatabase()
  const { encoder } = spelling()
  const stopped: TextEncoder = { ...encoder, embed: async (_, signal) => Promise.reject(signal?.reason) }
  await expect(proposerFor(db, {}, stopped).propose(QUESTION, AbortSignal.abort())).rejects.toThrow('aborted')
})

test('the lines of a round are encoded ahead, soon after the last of several submissions, and then not again', async () => {
  const db = await memoryDatabase()
  const config = { secret: 'f'.repeat(64), baseUrl: 'http://localhost' }
  const { rounds } = await seedClient({ db, config } as RunningApplication, { name: 'anna' })
  const { asked, encoder } = spelling()
  for (let submission = 0; submission < 5; submission += 1) encodeSoon(db, rounds.closed, 10, encoder)
  expect(asked).toEqual([])
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0), { timeout: 20_000 })
  expect(new Set(asked).size).toBe(asked.length)
  const count = asked.length
  await encodeRound(db, rounds.closed, encoder)
  expect(asked).toHaveLength(count)

  const links = await findLinks(db, rounds.closed, await findItemCodings(db, rounds.closed), encoder)
  for (const { kind, confidence } of links) {
    expect(['conflict', 'dependency']).toContain(kind)
    expect(confidence).toBeGreaterThan(0)
  }
})
