import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashToken } from '#app/http/tokens.server.ts'
import { endLiveStreams } from '#app/rounds/live-round.server.ts'
import { listAuditEvents } from '#db/audit-events.ts'
import { saveDrafts } from '#db/drafts.ts'
import { deleteSession } from '#db/sessions.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { allRows, type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

let app: RunningApplication
let client: SeededClient

beforeAll(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
})
afterAll(() => app.close())

const read = (path: string, headers = {}) => app.ask(path, { cookie: client.cookies.consultant, headers })
const send = (path: string, fields: Record<string, string>) =>
  app.ask(path, { cookie: client.cookies.consultant, form: new URLSearchParams(fields) })
const engagement = () => `/engagements/${client.engagementId}`
const round = (rest = '', state: keyof SeededClient['rounds'] = 'open') =>
  `/rounds/${client.rounds[state]}${rest}`

describe('the people of an open round', () => {
  test('are withdrawn and given back, by name, and the log says so', async () => {
    const participationId = client.participationIds[1] ?? ''
    expect((await read(round('/people'))).text).toContain('Withdraw Lead 1 of ada')
    expect((await send(round('/people'), { intent: 'withdraw', participationId })).status).toBe(303)
    const page = await read(round('/people'))
    expect(page.text).toContain('Give Lead 1 of ada a place again')
    expect(page.text).toContain('10 leads invited')
    expect((await send(round('/people'), { intent: 'withdraw', participationId })).status).toBe(409)
    expect((await send(round('/people'), { intent: 'restore', participationId })).status).toBe(303)
    expect((await read(round('/people'))).text).toContain('11 leads invited')
    const [back, away] = await listAuditEvents(app.db, { engagementId: client.engagementId, most: 2 })
    expect([away?.words, back?.words]).toEqual([
      'withdrew the place of Lead 1 of ada in “The open round of ada”',
      'gave a place back to Lead 1 of ada in “The open round of ada”',
    ])
  })

  test('belong to that round: a place of another, and a step that there is not, do nothing', async () => {
    const before = await allRows(app)
    expect((await send(round('/people'), { intent: 'withdraw', participationId: 'elsewhere' })).status).toBe(
      409,
    )
    expect((await send(round('/people'), { intent: 'constructor', participationId: 'x' })).status).toBe(400)
    expect(await allRows(app)).toEqual(before)
  })

  test('are replaced on a page that says what happens to their answers', async () => {
    const path = `${engagement()}/leads/${client.leadIds[2]}/replace`
    expect((await read(path)).text).toContain('the link of Lead 2 of ada dies at once')
    const typed = { name: 'Nora New', email: 'nora@ada.test', departmentId: '', jobTitle: '' }
    expect((await send(path, { ...typed, email: 'lead3@ada.test' })).text).toContain(
      'has this address already',
    )
    expect((await send(path, typed)).status).toBe(303)
    const page = await read(round('/people'))
    expect(page.text).toContain('Nora New')
    expect(page.text).toContain('Give Lead 2 of ada a place again')
    expect((await read(engagement())).text).toContain('No longer asked (1)')
  })
})

describe('the last day of an open round', () => {
  const later = { closesOn: '2099-03-20', timeZone: 'Europe/Berlin', closesItself: '1' }

  test('is set later with its place, and told in words', async () => {
    const keepUntil = '2100-01-01'
    await app.db
      .updateTable('round')
      .set({ keep_until: keepUntil })
      .where('id', '=', client.rounds.open)
      .execute()
    expect((await send(round('/days'), { ...later, closesOn: '2026-03-12' })).status).toBe(400)
    expect((await send(round('/days'), later)).status).toBe(303)
    expect((await read(round())).text).toContain('ends by itself with 20 March 2099, Berlin time')
    const beyond = await send(round('/days'), { ...later, closesOn: keepUntil })
    expect(beyond.text).toContain('The answers are deleted on 1 January 2100')
  })

  test('is not asked about where the round is not open', async () => {
    for (const state of ['draft', 'closed', 'published'] as const) {
      expect((await read(round('/days', state))).status).toBe(302)
      expect((await send(round('/days', state), later)).status).toBe(302)
    }
  })
})

describe('the stream of an open round', () => {
  /** Reads the stream until it holds the text or ends; gives what came. */
  async function follow(until: string, meanwhile: () => Promise<unknown> = async () => {}) {
    const address = await addressOf()
    const leaving = new AbortController()
    const response = await fetch(address, {
      headers: { accept: 'text/event-stream', cookie: client.cookies.consultant },
      redirect: 'manual',
      signal: leaving.signal,
    })
    let text = ''
    let asked = false
    if (!response.body) return { response, text }
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      text += read.value
      if (!asked && text.includes('data: ')) {
        asked = true
        await meanwhile()
      }
      if (text.includes(until)) break
    }
    leaving.abort()
    return { response, text }
  }
  const addressOf = async () => `${app.address}${round('/live')}`

  test('is not compressed, holds the figures at once, and a new set when somebody has begun', async () => {
    const place = client.participationIds[3] ?? ''
    const begin = () =>
      saveDrafts(app.db, {
        participationId: place,
        changes: [{ itemId: 'tiebreak', answer: { state: 'cant-say' }, baseRevision: 0 }],
      })
    const { response, text } = await follow('"all.started":"1"', begin)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(response.headers.get('content-encoding')).toBeNull()
    const events = text.split('\n\n').filter((event) => event.startsWith('data: '))
    const figures = events.map((event) => JSON.parse(event.slice(6)))
    expect(figures.map((event) => event.figures['all.started'])).toEqual(['0', '1'])
    expect(figures[1].missing[place]).toBe('started')
    expect(figures[1].figures.answered).toBe('0 of 11')
  })

  test('ends when the server does, and takes no more than a few of one session', async () => {
    const streams = await Promise.all(
      Array.from({ length: 4 }, () =>
        fetch(`${app.address}${round('/live')}`, {
          headers: { accept: 'text/event-stream', cookie: client.cookies.consultant },
        }),
      ),
    )
    expect(streams.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 503])
    endLiveStreams()
    const texts = await Promise.all(streams.map((response) => response.text()))
    expect(texts.filter((text) => text.startsWith('retry: '))).toHaveLength(3)
  })

  test('is a page for whoever opens it as one, and nothing where the round is not open', async () => {
    const page = await read(round('/live'))
    expect([page.status, page.headers.get('location')]).toEqual([302, round()])
    const over = await read(round('/live', 'closed'), { accept: 'text/event-stream' })
    expect([over.status, over.text]).toEqual([204, ''])
  })

  test('ends with the session', async () => {
    const token = client.cookies.consultant.split('=')[1] ?? ''
    const other = await seedClient(app, { name: 'zoe' })
    const kept = client
    client = other
    const signOut = () => deleteSession(app.db, hashToken(other.cookies.consultant.split('=')[1] ?? ''))
    const { text } = await follow('event: over', signOut)
    client = kept
    expect(text).toContain('event: over')
    expect(token).not.toBe('')
  })
})

describe('a round that is closed', () => {
  test('is opened again until a new last day, on its own page', async () => {
    await app.db
      .updateTable('round')
      .set({ closed_on: new Date().toISOString().slice(0, 10), keep_until: '2100-01-01' })
      .where('id', '=', client.rounds.closed)
      .execute()
    expect((await read(round('', 'closed'))).text).toContain('Open “The closed round of ada” again')
    expect((await send(round('', 'closed'), { intent: 'reopen', closesOn: '2020-01-01' })).status).toBe(409)
    const beyond = await send(round('', 'closed'), { intent: 'reopen', closesOn: '2100-01-01' })
    expect(beyond.text).toContain('the last day must come before')
    expect((await send(round('', 'closed'), { intent: 'reopen', closesOn: '2099-01-01' })).status).toBe(303)
    expect((await read(round('', 'closed'))).text).toContain('Close “The closed round of ada”')
    expect((await send(round('', 'published'), { intent: 'reopen', closesOn: '2099-01-01' })).status).toBe(
      409,
    )
    await send(round('', 'closed'), { intent: 'close' })
  })
})

describe('an engagement', () => {
  test('is duplicated without an answer', async () => {
    const asked = await send(`${engagement()}/duplicate`, { clientName: 'A second client', withLeads: '1' })
    const copy = await read(asked.headers.get('location') ?? '')
    expect(copy.text).toContain('A second client')
    expect(copy.text).toContain('Nora New')
    expect(copy.text).not.toContain('Lead 2 of ada')
    expect((await send(`${engagement()}/duplicate`, { clientName: ' ' })).status).toBe(400)
  })

  test('is archived once no round is open, can then only be read, and comes back', async () => {
    expect((await send(engagement(), { intent: 'archive' })).status).toBe(409)
    await send(round(), { intent: 'close' })
    expect((await send(engagement(), { intent: 'archive' })).status).toBe(303)
    expect((await read('/engagements')).text).toContain('Archived (1)')
    expect((await read(engagement())).text).toContain('Take it out of the archive')
    const before = await allRows(app)
    const forms: [string, Record<string, string>][] = [
      [`${engagement()}/edit`, { clientName: 'Changed', departments: '', roles: '' }],
      [`${engagement()}/leads/new`, { name: 'X', email: 'x@x.test', level: 'senior' }],
      [`${engagement()}/leads/${client.leadIds[0]}`, { intent: 'remove' }],
      [round('', 'closed'), { intent: 'reopen', closesOn: '2099-01-01' }],
      [round('', 'draft'), { intent: 'open' }],
      [round('/edit', 'draft'), { title: 'Changed' }],
      [round('/report', 'closed'), { intent: 'publish' }],
      [round('/shares', 'published'), { intent: 'share', days: '30' }],
    ]
    for (const [path, fields] of forms) {
      const { status, text } = await send(path, fields)
      expect([path, status]).toEqual([path, 409])
      expect(text).toContain('archived')
    }
    expect(await allRows(app)).toEqual(before)
    expect((await read(round('/report', 'published'))).status).toBe(200)
    expect((await send(engagement(), { intent: 'unarchive' })).status).toBe(303)
    expect((await send(`${engagement()}/leads/${client.leadIds[0]}`, { intent: 'leave' })).status).toBe(303)
  })
})
