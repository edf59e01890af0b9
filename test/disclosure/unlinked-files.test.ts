import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { submitAnswers } from '#app/answers/submit-answers.server.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { saveDrafts } from '#db/drafts.ts'
import { findLeadSession, insertLeadSession } from '#db/lead-sessions.ts'
import { insertLeads } from '#db/leads.ts'
import { openDatabase } from '#db/open-database.ts'
import { insertParticipations } from '#db/participations.ts'
import { databasePath, lead, OPEN_ROUND, seedRound } from '#test/db/fixtures.ts'
import { tell } from './wanted.ts'

const SUBMITS = 20
const NOW = '2026-03-02T09:00:00.000Z'

const figures: Record<string, number> = {}
afterAll(() => tell('unlinked files', figures))

/** What one person leaves behind while they answer, each in words that stand nowhere else. */
function person(at: number) {
  const number = String(at).padStart(2, '0')
  return {
    lead: {
      ...lead(`lead-${number}-id`, `Marker Person ${number}`, 'senior' as const),
      email: `marker${number}@p3.test`,
    },
    place: `place-${number}-id`,
    tokenHash: `token-hash-${number}`,
    sessionHash: `session-hash-${number}`,
    typed: `Typed and taken back ${number}`,
    line: `Kept priority ${number}`,
    words: `Kept sentence ${number}`,
  }
}

const lines = (text: string) => ({
  state: 'answered' as const,
  value: { kind: 'lines' as const, lines: [{ text, picks: {} }] },
})
const written = (text: string) => ({
  state: 'answered' as const,
  value: { kind: 'text' as const, text, mayQuote: true },
})

test('after twenty unlinked submits no file holds a draft, nor an answer on one page with the person it came from', async () => {
  const path = databasePath()
  const db = await openDatabase(path)
  onTestFinished(() => db.destroy())
  const instrument = findInstrument('full@1')
  if (!instrument) throw new Error('the full questionnaire is not in the catalogue')
  const text = instrument.sections
    .flatMap(({ items }) => items)
    .find(({ kind, levels }) => kind === 'text' && levels.includes('senior'))
  const round = { ...OPEN_ROUND, privacyMode: 'unlinked' as const, instrument, instrumentKey: 'full@1' }
  await seedRound(db, round)
  const people = Array.from({ length: SUBMITS }, (_, at) => person(at))
  await insertLeads(
    db,
    people.map((one) => one.lead),
  )
  await insertParticipations(
    db,
    people.map(({ place, tokenHash, ...one }) => ({
      id: place,
      roundId: round.id,
      leadId: one.lead.id,
      tokenHash,
      linkVersion: 1,
    })),
  )
  for (const { place, sessionHash, typed, line, words } of people) {
    await insertLeadSession(db, {
      tokenHash: sessionHash,
      participationId: place,
      confirmed: true,
      readsAll: true,
      expiresAt: '2026-03-02T21:00:00.000Z',
    })
    const save = (changes: Parameters<typeof saveDrafts>[1]['changes']) =>
      saveDrafts(db, { participationId: place, changes, reader: { sessionHash, readsAll: true } })
    await save([{ itemId: 'priorities', answer: lines(typed), baseRevision: 0 }])
    await save([{ itemId: 'priorities', answer: lines(line), baseRevision: 1 }])
    await save([{ itemId: text?.id ?? '', answer: written(words), baseRevision: 0 }])
  }
  const before = filesBeside(path).join('')
  for (const { typed, sessionHash } of people)
    expect([typed, sessionHash].every((mark) => before.includes(mark))).toBe(true)

  for (const { sessionHash } of people) {
    const session = await findLeadSession(db, sessionHash, NOW)
    if (!session) throw new Error('the session has gone')
    expect(await submitAnswers(db, session, instrument)).toBe('submitted')
  }
  await sql`pragma wal_checkpoint(truncate)`.execute(db)

  const { page_size: pageSize } = (await sql<{ page_size: number }>`pragma page_size`.execute(db))
    .rows[0] ?? { page_size: 0 }
  const files = filesBeside(path)
  const pages = files.flatMap((bytes) => pagesOf(bytes, pageSize))
  const drafts = people
    .flatMap(({ typed, sessionHash }) => [typed, sessionHash])
    .filter((mark) => files.join('').includes(mark))
  const links = pages.filter((page) => saysAnAnswer(page) && tellsWho(page))
  Object.assign(figures, {
    submits: SUBMITS,
    files: files.length,
    'pages searched': pages.length,
    'answers found': people.filter(
      ({ line, words }) => files.join('').includes(line) && files.join('').includes(words),
    ).length,
    'people found': people.filter(
      ({ tokenHash, lead: { email } }) =>
        files.join('').includes(tokenHash) && files.join('').includes(email),
    ).length,
    'drafts and sessions left': drafts.length,
    'pages with an answer and a person': links.length,
    'pages with a rating list and a sentence': pages.filter(
      (page) => page.includes('Kept priority') && page.includes('Kept sentence'),
    ).length,
  })
  expect(figures['answers found']).toBe(SUBMITS)
  expect(figures['people found']).toBe(SUBMITS)
  expect(drafts).toEqual([])
  expect(links).toEqual([])
  expect(figures['pages with a rating list and a sentence']).toBe(0)
})

test('a page that holds both would be seen', () => {
  const [page = ''] = pagesOf(`token-hash-03 ${' '.repeat(100)} Kept priority 03`, 4096)
  expect(saysAnAnswer(page) && tellsWho(page)).toBe(true)
})

/** Of the database, its write-ahead file, and whatever else lies beside it. */
function filesBeside(path: string): string[] {
  const folder = dirname(path)
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
}

function pagesOf(bytes: string, size: number): string[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.slice(at * size, (at + 1) * size),
  )
}

function saysAnAnswer(page: string): boolean {
  return /Kept (priority|sentence) \d\d/.test(page)
}

function tellsWho(page: string): boolean {
  return /Marker Person|marker\d\d@p3|token-hash-\d|session-hash-\d|place-\d\d-id|lead-\d\d-id/.test(page)
}
