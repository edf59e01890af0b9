import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { matchKey, openKey } from '#app/report/sealed-key/open-key.server.ts'
import { suggestThemes } from '#app/report/sealed-key/suggest-themes.ts'
import { prioritiesOf, readPriorities, writeLetter } from '#app/rounds/sealed-key/letter.ts'
import { sealKey, withdrawKey } from '#app/rounds/sealed-key/seal-key.server.ts'
import { insertCodebook } from '#db/codebooks.ts'
import { setRoundClosed, setRoundOpen } from '#db/rounds.ts'
import { findSealedKey } from '#db/sealed-keys.ts'
import { DRAFT_ROUND, INSTRUMENT, memoryDatabase, seedRound } from '#test/db/fixtures.ts'

const SECRET = 'f'.repeat(64)
const TEXT = 'Keep the key accounts\nOpen Lisbon\n'
const sealing = {
  roundId: DRAFT_ROUND.id,
  text: TEXT,
  secret: SECRET,
  by: 'Anna Berg',
  at: '2026-03-01T09:00:00.000Z',
}
const at = '2026-03-20T09:00:00.000Z'

async function sealed() {
  const db = await memoryDatabase()
  await seedRound(db, DRAFT_ROUND)
  const step = await sealKey(db, sealing)
  if (!step.ok) throw new Error(step.error)
  return { db, digest: step.digest }
}

async function closed() {
  const { db, digest } = await sealed()
  await setRoundOpen(db, { id: DRAFT_ROUND.id, instrument: INSTRUMENT, openedOn: '2026-03-01' })
  await setRoundClosed(db, { id: DRAFT_ROUND.id, closedOn: '2026-03-14' })
  return { db, digest, round: { id: DRAFT_ROUND.id, state: 'closed' as const } }
}

test('what is sealed stands nowhere in the database, not even as a hash that could be guessed', async () => {
  const { db } = await sealed()
  const row = await db.selectFrom('sealed_key').selectAll().executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toMatch(/Lisbon|accounts/)
  expect(row.letter).toBeNull()
  for (const guess of [TEXT, TEXT.trim(), '1. Keep the key accounts\n2. Open Lisbon\n'])
    expect(createHash('sha256').update(guess).digest('hex')).not.toBe(row.digest)
})

test('once the round is open the key can be neither changed nor taken back, and opens only when it is closed', async () => {
  const { db, digest } = await sealed()
  await setRoundOpen(db, { id: DRAFT_ROUND.id, instrument: INSTRUMENT, openedOn: '2026-03-01' })
  expect((await sealKey(db, { ...sealing, text: 'Something else' })).ok).toBe(false)
  expect((await withdrawKey(db, DRAFT_ROUND.id)).ok).toBe(false)
  const early = await openKey(db, { id: DRAFT_ROUND.id, state: 'open' }, { secret: SECRET, at })
  expect(early).toEqual({ ok: false, error: 'The key stays sealed until the round is closed.' })
  expect(await findSealedKey(db, DRAFT_ROUND.id)).toMatchObject({ digest, openedAt: null, matches: null })
})

test('opened, it is word for word what was sealed, under the fingerprint that was written down', async () => {
  const { db, digest, round } = await closed()
  expect(await openKey(db, round, { secret: SECRET, at })).toEqual({ ok: true, digest })
  const key = await findSealedKey(db, round.id)
  expect(prioritiesOf(key?.letter ?? '')).toEqual(['Keep the key accounts', 'Open Lisbon'])
  expect(
    createHash('sha256')
      .update(key?.letter ?? '')
      .digest('hex'),
  ).toBe(digest)
  expect(key?.openedAt).toBe(at)
})

test('a key that was tampered with, or sealed for another round or server, does not open', async () => {
  const { db, round } = await closed()
  const broken = { ok: false, error: 'The seal is broken: this is not what was sealed.' }
  expect(await openKey(db, round, { secret: 'e'.repeat(64), at })).toEqual(broken)
  await db
    .updateTable('sealed_key')
    .set({ digest: '0'.repeat(64) })
    .execute()
  expect(await openKey(db, round, { secret: SECRET, at })).toEqual(broken)
  await db.updateTable('sealed_key').set({ sealed: 'AAAA' }).execute()
  expect(await openKey(db, round, { secret: SECRET, at })).toEqual(broken)
})

const CODEBOOK = {
  themes: [
    { id: 't-1', itemId: 'priorities', name: 'Key accounts' },
    { id: 't-2', itemId: 'priorities', name: 'New depot' },
    { id: 't-3', itemId: 'stops', name: 'Open Lisbon' },
  ],
  lines: [],
}

test('themes are suggested by their words, of the priorities only, and a person decides', async () => {
  expect(suggestThemes('Keep the key accounts', CODEBOOK, 'priorities')).toEqual(['t-1'])
  expect(suggestThemes('Open Lisbon', CODEBOOK, 'priorities')).toEqual([])
  const { db, round } = await closed()
  const proposed = { definition: '', state: 'proposed' as const, coder: null, decidedOn: null, knownId: null }
  await insertCodebook(db, round.id, {
    themes: CODEBOOK.themes.map((theme) => ({ ...theme, ...proposed })),
    lines: [],
  })
  await openKey(db, round, { secret: SECRET, at })
  expect((await findSealedKey(db, round.id))?.matches?.map(({ themeIds }) => themeIds)).toEqual([['t-1'], []])
  await matchKey(db, round.id, (index) => (index === 1 ? ['t-2', 't-3', 'made-up'] : []))
  expect((await findSealedKey(db, round.id))?.matches?.map(({ themeIds }) => themeIds)).toEqual([[], ['t-2']])
})

test('priorities are typed a line each, one to five', () => {
  expect(readPriorities(' A \n\n B  b')).toEqual({ ok: true, priorities: ['A', 'B b'] })
  for (const text of ['', 'A\nA', '1\n2\n3\n4\n5\n6', 'a'.repeat(141)])
    expect(readPriorities(text).ok).toBe(false)
  expect(prioritiesOf(writeLetter({ priorities: ['A: 1. B', 'C'], random: 'x' }))).toEqual(['A: 1. B', 'C'])
})
