import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Kysely } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { hashToken, linkToken } from '#app/http/tokens.server.ts'
import { importParcel } from '#app/report/parcel/import-parcel.server.ts'
import { sha256, writeParcel } from '#app/report/parcel/write-parcel.server.ts'
import { publishReport } from '#app/report/publish-report.server.ts'
import type { PrivacyMode } from '#app/rounds/round.ts'
import { insertAuditEvent } from '#db/audit-events.ts'
import { insertConsultant } from '#db/consultants.ts'
import { findEngagement } from '#db/engagements.ts'
import { openDatabase } from '#db/open-database.ts'
import { findParticipationByToken } from '#db/participations.ts'
import { putQuote } from '#db/report-quotes.ts'
import { listRounds } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { listSubmissions } from '#db/submissions.ts'
import type { RunningApplication } from '#test/helpers/running-application.ts'
import { allRows, type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

const TODAY = '2026-04-01'
const BEA = { id: 'consultant-bea', email: 'bea@elsewhere.test', name: 'Bea', role: 'owner' as const }
const SECRET = 'e'.repeat(64)
const TAKEN = { consultantId: BEA.id, secret: SECRET }
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

type Content = Record<string, unknown>

async function database(): Promise<Kysely<Database>> {
  const db = await openDatabase(':memory:')
  onTestFinished(() => db.destroy())
  await insertConsultant(db, { ...BEA, passwordHash: 'none', createdOn: TODAY })
  return db
}

async function sender(privacyMode: PrivacyMode = 'confidential') {
  const db = await database()
  const config = { secret: 'f'.repeat(64), baseUrl: 'http://localhost' }
  const client = await seedClient({ db, config } as RunningApplication, { name: 'ada', privacyMode })
  const roundId = client.rounds.published
  await putQuote(db, { roundId, id: 'abc', ruleId: 'two-camps', extract: 'We wait.' })
  const event = { at: '2026-03-02T10:00:00.000Z', consultantId: 'consultant-ada', consultantName: 'Ada' }
  await insertAuditEvent(db, { ...event, engagementId: client.engagementId, words: 'opened “Spring”' })
  return { db, client, bytes: await parcelOf(db, client.engagementId, 'consultant-ada') }
}

async function parcelOf(db: Kysely<Database>, id: string, consultantId: string): Promise<Uint8Array> {
  const engagement = await findEngagement(db, { id, consultantId })
  if (!engagement) throw new Error('no such engagement')
  return writeParcel(db, engagement, TODAY)
}

function contentOf(bytes: Uint8Array): Content {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, file]) => [name, JSON.parse(strFromU8(file))]),
  )
}

/** The content without its manifest, marks of where it came from, ids, and the order that ids and keys give. */
function withoutIds(bytes: Uint8Array): string[] {
  const { 'manifest.json': _, ...content } = contentOf(bytes)
  return Object.entries(content).flatMap(([name, list]) =>
    (Array.isArray(list) ? list : [list]).map((row) => `${name} ${plain(row)}`).sort(),
  )
}

function plain(row: unknown): string {
  return settled(row)
    .replace(UUID, '#')
    .replaceAll('[from elsewhere] ', '')
    .replace(/[0-9a-f]{32,64}/g, '#')
}

/** Keys in the order of the alphabet; lists of things with ids in the order of what else they say. */
function settled(value: unknown): string {
  if (Array.isArray(value)) {
    const parts = value.map(settled)
    return `[${(value.some((part) => part?.id) ? parts.map((part) => part.replace(UUID, '#')).sort() : parts).join()}]`
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${key}:${settled(inner)}`).join()}}`
}

/** The same parcel with something else in it, and right checksums. */
function changed(bytes: Uint8Array, change: (content: Content) => void): Uint8Array {
  const content = contentOf(bytes)
  change(content)
  const manifest = content['manifest.json'] as { files: { name: string; sha256: string; bytes: number }[] }
  const files = Object.fromEntries(
    Object.entries(content).map(([name, value]) => [name, strToU8(JSON.stringify(value))]),
  )
  manifest.files = manifest.files.map(({ name }) => {
    const file = files[name] ?? new Uint8Array()
    return { name, bytes: file.length, sha256: sha256(file) }
  })
  return zipSync({ ...files, 'manifest.json': strToU8(JSON.stringify(manifest)) })
}

async function arrived(db: Kysely<Database>, bytes: Uint8Array) {
  const result = await importParcel(db, bytes, TAKEN)
  if (!result.ok) throw new Error(result.error)
  return result.engagementId
}

test('out, in on another server, and out again is the same but for its ids', async () => {
  const { bytes } = await sender()
  const other = await database()
  const id = await arrived(other, bytes)
  expect(withoutIds(await parcelOf(other, id, BEA.id))).toEqual(withoutIds(bytes))
  expect(Object.keys(contentOf(bytes))).toHaveLength(23)
})

test('taken in beside itself it gets ids of its own, and both are whole', async () => {
  const { db, client, bytes } = await sender()
  const id = await arrived(db, bytes)
  expect(id).not.toBe(client.engagementId)
  expect(withoutIds(await parcelOf(db, id, BEA.id))).toEqual(withoutIds(bytes))
  expect(withoutIds(await parcelOf(db, client.engagementId, 'consultant-ada'))).toEqual(withoutIds(bytes))
})

test('it belongs to who takes it in; a published report can be published again and is held to its foundation', async () => {
  const { db, bytes } = await sender()
  const id = await arrived(db, bytes)
  expect(await findEngagement(db, { id, consultantId: 'consultant-ada' })).toBeNull()
  const round = (await listRounds(db, id)).find(({ state }) => state === 'published')
  const publishing = { roundId: round?.id ?? '', consultant: BEA, today: TODAY }
  expect(await publishReport(db, publishing)).toBe('published')
  const [first] = await listSubmissions(db, round?.id ?? '')
  await db
    .deleteFrom('submission')
    .where('id', '=', first?.id ?? '')
    .execute()
  expect(await publishReport(db, publishing)).toBe('held-back')
})

test('no hash, session, secret or link travels, and links are made anew with the secret of this server', async () => {
  const { db, client, bytes } = await sender()
  const text = Object.values(unzipSync(bytes))
    .map((file) => strFromU8(file))
    .join('\n')
  const hashes = [
    ...(await db.selectFrom('participation').select('token_hash').execute()),
    ...(await db.selectFrom('report_share').select('token_hash').execute()),
    ...(await db.selectFrom('session').select('token_hash').execute()),
  ]
  expect(hashes.length).toBeGreaterThan(30)
  for (const { token_hash } of hashes) expect(text).not.toContain(token_hash)
  expect(text).not.toContain('passwordHash')
  const other = await database()
  await arrived(other, bytes)
  const place = client.participationIds[0] ?? ''
  const old = hashToken(linkToken('f'.repeat(64), 'p', place, 1))
  expect(await findParticipationByToken(other, old)).toBeNull()
  expect(await findParticipationByToken(other, hashToken(linkToken(SECRET, 'p', place, 1)))).not.toBeNull()
})

test('a round that was open arrives closed, without answers that nobody may read before the end', async () => {
  const { bytes } = await sender()
  const other = await database()
  const rounds = await listRounds(other, await arrived(other, bytes))
  expect(rounds.map(({ state }) => state).sort()).toEqual(['closed', 'closed', 'draft', 'published'])
  const moved = rounds.find(({ title }) => title.includes('open'))
  expect(moved).toMatchObject({ state: 'closed', closedOn: TODAY, answersDeletedOn: TODAY })
})

test('answers of unlinked rounds never stand in a file', async () => {
  const { client, bytes } = await sender('unlinked')
  const content = contentOf(bytes)
  for (const noun of ['submissions', 'themes', 'lines', 'quotes', 'codebookVersions'])
    expect(content[`${noun}.json`]).toEqual([])
  // What a version rests on would tell how many of each level answered which item.
  expect(content['reportVersions.json']).toEqual([expect.objectContaining({ restsOn: null })])
  expect(client.rounds.closed).toBeTruthy()
  expect(JSON.stringify(content)).not.toContain('Own line 3')
})

const rowsOf = (content: Content, name: string) => content[name] as Record<string, unknown>[]
const DAMAGES: [string, RegExp, (bytes: Uint8Array) => Uint8Array][] = [
  ['nothing', /choose a parcel/, () => new Uint8Array()],
  ['something else', /no parcel/, () => strToU8('hello'.repeat(100))],
  ['cut in the middle', /cut short|damaged/, (bytes) => bytes.slice(0, bytes.length / 2)],
  ['cut at the end', /cut short|damaged/, (bytes) => bytes.slice(0, -20)],
  [
    'with another answer',
    /damaged or changed/,
    (bytes) => {
      const files = unzipSync(bytes)
      const text = strFromU8(files['submissions.json'] ?? new Uint8Array()).replace(
        'Win the north',
        'Win the south',
      )
      return zipSync({ ...files, 'submissions.json': strToU8(text) })
    },
  ],
  [
    'without a list',
    /not complete/,
    (bytes) => {
      const { 'leads.json': _, ...files } = unzipSync(bytes)
      return zipSync(files)
    },
  ],
  [
    'with a file of its own',
    /no parcel holds/,
    (bytes) => zipSync({ ...unzipSync(bytes), '../evil.js': strToU8('1') }),
  ],
  [
    'of a newer Plumbline',
    /newer Plumbline/,
    (bytes) =>
      changed(bytes, (content) => {
        Object.assign(content['manifest.json'] as Content, { format: 'plumbline-engagement/2' })
      }),
  ],
  [
    'of another program',
    /no parcel of an engagement/,
    (bytes) =>
      changed(bytes, (content) => {
        Object.assign(content['manifest.json'] as Content, { format: 'other/1' })
      }),
  ],
  [
    'with a column of its own',
    /leads, number 1/,
    (bytes) =>
      changed(bytes, (content) => {
        Object.assign(rowsOf(content, 'leads.json')[0] ?? {}, { tokenHash: 'x' })
      }),
  ],
  [
    'with an id that is none',
    /leads, number 1, id/,
    (bytes) =>
      changed(bytes, (content) => {
        Object.assign(rowsOf(content, 'leads.json')[0] ?? {}, { id: "'; drop table lead; --" })
      }),
  ],
  [
    'with a place for nobody',
    /lead who is not in it/,
    (bytes) =>
      changed(bytes, (content) => {
        content['leads.json'] = rowsOf(content, 'leads.json').slice(1)
      }),
  ],
  [
    'with answers to another questionnaire',
    /does not belong/,
    (bytes) =>
      changed(bytes, (content) => {
        Object.assign(rowsOf(content, 'submissions.json')[0] ?? {}, {
          answers: { unheard: { state: 'cant-say' } },
        })
      }),
  ],
  [
    'with lines of no theme',
    /database does not take it/,
    (bytes) =>
      changed(bytes, (content) => {
        content['themes.json'] = rowsOf(content, 'themes.json').slice(1)
      }),
  ],
  [
    'with the same lead twice',
    /database does not take it/,
    (bytes) =>
      changed(bytes, (content) => {
        rowsOf(content, 'leads.json').push(rowsOf(content, 'leads.json')[0] ?? {})
      }),
  ],
  [
    'with a round that is open',
    /travel once they are closed/,
    (bytes) =>
      changed(bytes, (content) => {
        const round = rowsOf(content, 'rounds.json').find(({ state }) => state === 'closed')
        Object.assign(round ?? {}, { state: 'open', closedOn: null, promisedBy: 'Somebody Else' })
      }),
  ],
  [
    'with markup in a picture',
    /reportVersions, number 1, document/,
    (bytes) =>
      changed(bytes, (content) => {
        const [version] = rowsOf(content, 'reportVersions.json') as {
          document: { pages: { blocks: object[] }[] }
        }[]
        const rect = { kind: 'rect', x: 0, y: 0, width: 9, height: 9 }
        const mark = { ...rect, dangerouslySetInnerHTML: { __html: '<a href="//evil.test">x</a>' } }
        const scene = { width: 9, height: 9, title: 'x', desc: 'x', marks: [mark] }
        version?.document.pages[0]?.blocks.push({ kind: 'figure', scene, note: '' })
      }),
  ],
  [
    'with a picture that cannot be drawn',
    /reportVersions, number 1, document/,
    (bytes) =>
      changed(bytes, (content) => {
        const [version] = rowsOf(content, 'reportVersions.json') as {
          document: { pages: { blocks: object[] }[] }
        }[]
        version?.document.pages[0]?.blocks.push({ kind: 'figure', scene: { marks: 'none' }, note: '' })
      }),
  ],
]

let whole: Promise<{ bytes: Uint8Array; client: SeededClient }> | null = null

test.each(DAMAGES)(
  'a parcel %s is refused with a plain reason, and nothing changes',
  async (_, reason, damage) => {
    whole ??= sender()
    const { bytes } = await whole
    const db = await database()
    const before = await allRows({ db } as RunningApplication)
    const result = await importParcel(db, damage(bytes), TAKEN)
    expect(result).toEqual({ ok: false, error: expect.stringMatching(reason) })
    expect(await allRows({ db } as RunningApplication)).toEqual(before)
  },
)

test('a file that would unpack to more than the server holds is refused before it does', async () => {
  const bomb = Buffer.from(zipSync({ 'leads.json': strToU8('[]') }))
  const entry = bomb.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'))
  bomb.writeUInt32LE(101 * 1024 * 1024, entry + 24)
  const db = await database()
  expect(await importParcel(db, bomb, TAKEN)).toMatchObject({
    ok: false,
    error: expect.stringContaining('too large'),
  })
})

test('a file of more than 20 MiB is not even opened', async () => {
  const db = await database()
  const result = await importParcel(db, new Uint8Array(20 * 1024 * 1024 + 1), TAKEN)
  expect(result).toEqual({ ok: false, error: 'The file is larger than 20 MiB.' })
})
