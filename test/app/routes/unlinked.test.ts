import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { promiseOf } from '#app/rounds/promise.ts'
import { databasePath } from '#test/db/fixtures.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { allRows, seedClient } from '#test/helpers/seeded-client.ts'

const BEING_WRITTEN = 'Half a thought that was written and taken back'
const KEPT_LINE = 'Win the north before the winter'
const KEPT_TEXT = 'The night porter, if anybody'

/** A browser of one lead: it keeps the one cookie there is. */
function browser(app: RunningApplication) {
  let cookie: string | undefined
  const ask = async (path: string, fields?: Record<string, string>) => {
    const reply = await app.ask(path, { cookie, form: fields && new URLSearchParams(fields) })
    const [set] = reply.headers.getSetCookie()
    if (set) cookie = set.includes('Max-Age=0') ? undefined : set.split(';')[0]
    return reply
  }
  return { ask, cookie: () => cookie }
}

test('from the link to the hand-in of an unlinked round, nothing that is left leads from the person to the answers', async () => {
  const path = databasePath()
  const app = await runApplication({ databasePath: path })
  onTestFinished(() => app.close())
  const client = await seedClient(app, { name: 'ada', privacyMode: 'unlinked' })
  const link = `/p/${client.linkTokens[1]}`
  const [, place = ''] = client.participationIds
  const lead = browser(app)
  const section = async (itemId: string) => {
    for (const id of client.sectionIds) {
      const { text } = await lead.ask(`/answer/${id}`)
      if (text.includes(`name="${itemId}.revision"`)) return `/answer/${id}`
    }
    throw new Error(`no section asks ${itemId}`)
  }
  const bytes = () => {
    const folder = dirname(path)
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('')
  }

  expect((await lead.ask(link)).text).toContain(promiseOf('unlinked', 'Consultant ada', 5).slice(0, 40))
  await lead.ask(link, {})
  await lead.ask('/answer', { who: 'me' })
  const lines = await section('priorities')
  await lead.ask(`${lines}/save`, { 'priorities.1': BEING_WRITTEN, 'priorities.revision': '0' })
  await lead.ask(`${lines}/save`, { 'priorities.1': KEPT_LINE, 'priorities.revision': '1' })
  const owner = {
    'owns-outcome': 'someone-else',
    'owns-outcome.text': KEPT_TEXT,
    'owns-outcome.revision': '0',
  }
  await lead.ask(`${await section('owns-outcome')}/save`, owner)
  expect(bytes()).toContain(BEING_WRITTEN)
  const held = lead.cookie()

  expect((await lead.ask('/answer/review', {})).status).toBe(422)
  const done = await lead.ask('/answer/review', { final: 'yes' })
  expect([done.status, done.headers.get('location')]).toEqual([303, '/answer/leave?handed-in'])
  expect(lead.cookie()).toBeUndefined()

  const left = bytes()
  expect(left).not.toContain(BEING_WRITTEN)
  expect(left).toContain(KEPT_LINE)
  const rows = Object.values(await allRows(app))
    .flat()
    .map((row) => JSON.stringify(row))
  const withAnswer = rows.filter((row) => row.includes(KEPT_LINE) || row.includes(KEPT_TEXT))
  expect(withAnswer).toHaveLength(2)
  for (const row of withAnswer) {
    expect(row).not.toContain(place)
    expect(row).not.toContain(client.leadIds[1])
    expect(row).not.toMatch(/\d{4}-\d\d-\d\d|\d{2}:\d{2}/)
  }
  expect(withAnswer.filter((row) => row.includes(KEPT_LINE) && row.includes(KEPT_TEXT))).toEqual([])

  const copied = await app.ask('/answer/review', { cookie: held })
  expect([copied.status, copied.headers.get('location')]).toEqual([303, '/link-needed'])
  const again = await app.ask('/answer/review', { cookie: held, form: new URLSearchParams({ final: 'yes' }) })
  expect([again.status, again.headers.get('location')]).toEqual([303, '/answer/leave?handed-in'])
  await lead.ask(link, {})
  await lead.ask('/answer', { who: 'me' })
  for (const address of ['/answer', lines, '/answer/review']) {
    const { text } = await lead.ask(address)
    expect(text).not.toContain(KEPT_LINE)
  }
  await lead.ask(`${lines}/save`, { 'priorities.1': 'Once more', 'priorities.revision': '0' })
  await lead.ask('/answer/review', { final: 'yes' })
  expect(bytes()).not.toContain('Once more')
  const inRound = await app.db
    .selectFrom('submission')
    .select('id')
    .where('round_id', '=', client.rounds.open)
    .execute()
  expect(inRound).toHaveLength(1)
})

describe('a new link in an unlinked round', () => {
  const WRITTEN = 'Begun under the older link'
  const SMTP = { smtpUrl: 'smtp://127.0.0.1:1', fromAddress: 'survey@consulting.test' }

  test.each([
    ['deletes what was begun where no code can be mailed', null, 0],
    ['keeps what was begun behind a code where one can', SMTP, 1],
  ])('%s', async (_, mail, kept) => {
    const app = await runApplication({ mail })
    onTestFinished(() => app.close())
    const client = await seedClient(app, { name: 'eve', privacyMode: 'unlinked' })
    const answer = new URLSearchParams({ 'priorities.1': WRITTEN, 'priorities.revision': '0', go: 'stay' })
    await app.ask(`/answer/${client.sectionIds[0]}`, { cookie: client.cookies.lead, form: answer })
    const reply = await app.ask(`/rounds/${client.rounds.open}/links`, {
      cookie: client.cookies.consultant,
      form: new URLSearchParams({ participationId: client.participationIds[0] ?? '' }),
    })
    const link = /\/p\/p[0-9A-Z]{32}/.exec(/id="reissued"[^>]*/.exec(reply.text)?.[0] ?? '')?.[0] ?? ''
    const started = await app.ask(link, { form: new URLSearchParams() })
    const cookie = started.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    await app.ask('/answer', { cookie, form: new URLSearchParams({ who: 'me' }) })
    for (const page of ['/answer', `/answer/${client.sectionIds[0]}`, '/answer/review']) {
      const { status, text } = await app.ask(page, { cookie })
      expect([page, status, text.includes(WRITTEN)]).toEqual([page, 200, false])
    }
    expect(await app.db.selectFrom('draft').selectAll().execute()).toHaveLength(kept)
  })
})
