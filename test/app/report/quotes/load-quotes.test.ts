import { expect, test } from 'vitest'
import { loadQuotes, takeQuoteStep } from '#app/report/quotes/load-quotes.server.ts'
import type { PrivacyMode } from '#app/rounds/round.ts'
import { insertLeads } from '#db/leads.ts'
import { insertParticipations } from '#db/participations.ts'
import { submitParticipation } from '#db/submissions.ts'
import { lead, memoryDatabase, OPEN_ROUND, seedRound } from '#test/db/fixtures.ts'

const FINDINGS = ['two-camps']
const NAMES = ['Ada', 'Bea', 'Cleo', 'Dora', 'Emil', 'Fritz', 'Gus', 'Hedda', 'Ingrid', 'Jon']

/** A round in which some people wrote a text of their own, the third of them not to be quoted. */
async function written(count: number, privacyMode: PrivacyMode = 'confidential') {
  const db = await memoryDatabase()
  const round = { ...OPEN_ROUND, privacyMode }
  await seedRound(db, round)
  const people = NAMES.slice(0, count)
  await insertLeads(
    db,
    people.map((name) => lead(`x-${name}`, name, 'senior')),
  )
  await insertParticipations(
    db,
    people.map((name) => ({
      id: name,
      roundId: round.id,
      leadId: `x-${name}`,
      tokenHash: name,
      linkVersion: 1,
    })),
  )
  for (const [index, name] of people.entries()) {
    const value = { kind: 'text' as const, text: `${name} says words ${index}`, mayQuote: index !== 2 }
    await submitParticipation(db, {
      participationId: name,
      submissionId: `s${index}`,
      level: 'senior',
      answers: privacyMode === 'unlinked' ? {} : { free: { state: 'answered', value } },
      linked: privacyMode !== 'unlinked',
      unlinkedTexts:
        privacyMode === 'unlinked'
          ? [{ id: `t${index}`, itemId: 'free', answer: { state: 'answered', value } }]
          : [],
    })
  }
  return { db, round }
}

test('texts are offered without name, level or order; one whose author said no is not', async () => {
  const { db, round } = await written(10)
  const { candidates, reason } = await loadQuotes(db, round)
  expect(reason).toBeNull()
  expect(candidates).toHaveLength(9)
  expect(candidates.map(({ text }) => text)).not.toContain('Cleo says words 2')
  for (const candidate of candidates) expect(Object.keys(candidate)).toEqual(['id', 'itemId', 'text'])
  const places = candidates.map(({ text }) => Number(text.at(-1)))
  expect(places).not.toEqual(places.toSorted((a, b) => a - b))
  expect(JSON.stringify(candidates)).not.toMatch(/"s\d"|x-|senior/)
})

test('below eight people nothing is offered, and nothing can be released', async () => {
  const enough = await written(8)
  const [candidate] = (await loadQuotes(enough.db, enough.round)).candidates
  expect(candidate).toBeDefined()
  const few = await written(7)
  expect((await loadQuotes(few.db, few.round)).candidates).toEqual([])
  const step = {
    intent: 'release',
    id: candidate?.id ?? '',
    ruleId: 'two-camps',
    extract: 'says',
    read: true,
  } as const
  expect(await takeQuoteStep(few.db, few.round, step, FINDINGS)).toBeNull()
})

test('in an unlinked round nobody reads single texts', async () => {
  const { db, round } = await written(10, 'unlinked')
  expect(await loadQuotes(db, round)).toMatchObject({
    candidates: [],
    reason: expect.stringContaining('unlinked'),
  })
})

test('a quote is released in the author’s words, tied to a finding, once it was read for giving anybody away', async () => {
  const { db, round } = await written(10)
  const [candidate] = (await loadQuotes(db, round)).candidates
  const id = candidate?.id ?? ''
  const step = { intent: 'release', id, ruleId: '', extract: candidate?.text ?? '', read: false } as const
  const errors = await takeQuoteStep(db, round, step, FINDINGS)
  expect(Object.keys(errors ?? {}).toSorted()).toEqual(['extract', 'finding', 'read'])
  expect(errors?.extract).toMatch(/is the name of somebody/)
  const extract = (candidate?.text ?? '').replace(/^\w+/, '[...]')
  const good = { ...step, ruleId: 'two-camps', extract, read: true }
  expect(await takeQuoteStep(db, round, good, FINDINGS)).toEqual({})
  expect((await loadQuotes(db, round)).released).toEqual([
    { id, ruleId: 'two-camps', extract: extract.replace('[...]', '[…]') },
  ])
  expect(await takeQuoteStep(db, round, { intent: 'withdraw', id }, FINDINGS)).toEqual({})
  expect((await loadQuotes(db, round)).released).toEqual([])
  expect(await takeQuoteStep(db, round, { intent: 'withdraw', id }, FINDINGS)).toBeNull()
  expect(await takeQuoteStep(db, round, { ...good, id: 'made up' }, FINDINGS)).toBeNull()
})
