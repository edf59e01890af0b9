import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { allRows, type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

const MAIL = { smtpUrl: 'smtp://127.0.0.1:1', fromAddress: 'survey@consulting.test' }

let app: RunningApplication
let client: SeededClient

beforeAll(async () => {
  app = await runApplication({ mail: MAIL })
  client = await seedClient(app, { name: 'ada' })
})
afterAll(() => app.close())

const path = (rest: string, state: keyof SeededClient['rounds'] = 'open') =>
  `/rounds/${client.rounds[state]}${rest}`
const open = (rest: string) => app.ask(path(rest), { cookie: client.cookies.consultant })
const send = (rest: string, fields: Record<string, string>) =>
  app.ask(path(rest), { cookie: client.cookies.consultant, form: new URLSearchParams(fields) })

describe('the mail page of an open round', () => {
  test('queues one invitation for each lead who has not handed in, however often it is pressed', async () => {
    expect((await send('/mail', { intent: 'invite' })).status).toBe(303)
    const queued = (await app.db.selectFrom('mail').selectAll().execute()).length
    expect(queued).toBeGreaterThan(0)
    await send('/mail', { intent: 'invite' })
    expect(await app.db.selectFrom('mail').selectAll().execute()).toHaveLength(queued)
    expect((await open('/mail')).text).toContain('Invitation queued')
  })

  test('shows nothing of a round that is not open', async () => {
    for (const state of ['draft', 'closed'] as const) {
      const { status } = await app.ask(path('/mail', state), { cookie: client.cookies.consultant })
      expect(status).toBe(302)
    }
  })

  test('keeps a text on the page that cannot be sent, and says why', async () => {
    const before = await allRows(app)
    const typed = { 'invitation.subject': 'Hello', 'invitation.body': 'I forgot the way in.' }
    const { status, text } = await send('/mail/texts', { ...typed, intent: 'save' })
    expect(status).toBe(400)
    expect(text).toContain('The text needs {link}')
    expect(text).toContain('I forgot the way in.')
    expect(await allRows(app)).toEqual(before)
  })

  test('plans reminders only for hours that exist', async () => {
    const plan = {
      everyDays: '3',
      most: '2',
      fromHour: '8',
      untilHour: '18',
      timeZone: 'Europe/Berlin',
      intent: 'on',
    }
    expect((await send('/mail/reminders', { ...plan, untilHour: '7' })).text).toContain(
      'lies before the first',
    )
    expect((await send('/mail/reminders', plan)).status).toBe(303)
    expect((await open('/mail')).text).toContain('Europe/Berlin')
    expect((await send('/mail/reminders', { ...plan, intent: 'off' })).status).toBe(303)
    expect((await open('/mail')).text).toContain('Nobody is reminded by itself')
  })

  test('gives each lead who has not begun a file and a letter with their own link', async () => {
    const letters = await open('/letters')
    const links = [...new Set(letters.text.match(/\/p\/p\w{32}/g))]
    expect(links.length).toBeGreaterThan(0)
    const [place] = await app.db
      .selectFrom('participation')
      .select('id')
      .where('round_id', '=', client.rounds.open)
      .where('submitted', '=', 0)
      .execute()
    const file = await open(`/mail-files/${place?.id}`)
    expect(file.headers.get('content-type')).toBe('message/rfc822')
    expect(links.some((link) => file.text.replaceAll('=\r\n', '').includes(link))).toBe(true)
  })
})
