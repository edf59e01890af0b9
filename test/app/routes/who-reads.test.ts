import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConsultantRole } from '#app/session/consultant.ts'
import { hashPassword } from '#app/session/password-hash.server.ts'
import { startSession } from '#app/session/start-session.server.ts'
import { insertConsultant } from '#db/consultants.ts'
import { addMember, listMembers } from '#db/engagement-members.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

let app: RunningApplication
let ada: SeededClient

beforeEach(async () => {
  app = await runApplication()
  ada = await seedClient(app, { name: 'ada' })
})
afterEach(() => app.close())

const form = (fields: Record<string, string>) => new URLSearchParams(fields)

/** Another account of the workspace, signed in and added to Ada's engagement. */
async function added(role: ConsultantRole, name = 'bo') {
  const id = `consultant-${name}`
  await insertConsultant(app.db, {
    id,
    name: `Consultant ${name}`,
    email: `${name}@consulting.test`,
    role,
    passwordHash: 'none',
    createdOn: '2026-03-02',
  })
  await addMember(app.db, { engagementId: ada.engagementId, consultantId: id, addedOn: '2026-03-02' })
  return { id, cookie: `plumbline-consultant=${await startSession(app.db, id, new Date())}` }
}

describe('who opens an engagement', () => {
  test('is decided by who answers for it, and not by those who were added', async () => {
    const bo = await added('consultant')
    const vi = await added('viewer', 'vi')
    const path = `/engagements/${ada.engagementId}/people`
    const page = await app.ask(path, { cookie: bo.cookie })
    expect(page.text).toContain('Consultant ada decides who else opens it')
    expect(page.text).not.toContain('Add somebody')
    for (const [intent, id] of [
      ['hand-over', bo.id],
      ['remove', vi.id],
      ['add', 'consultant-ada'],
    ] as const) {
      const reply = await app.ask(path, { cookie: bo.cookie, form: form({ intent, id }) })
      expect([reply.status, reply.text.includes('Only who answers for this')], intent).toEqual([400, true])
    }
    expect((await listMembers(app.db, ada.engagementId)).map(({ id }) => id)).toEqual([bo.id, vi.id])
    expect((await app.ask(path, { cookie: ada.cookies.consultant })).text).toContain('Take Consultant vi out')
  })

  test('does not widen where a viewer of a promised round becomes a consultant', async () => {
    const vi = await added('viewer', 'vi')
    const raise = () =>
      app.ask('/people', {
        cookie: ada.cookies.consultant,
        form: form({ intent: 'role', id: vi.id, [`role.${vi.id}`]: 'consultant' }),
      })
    const refused = await raise()
    expect([refused.status, refused.text.includes('was added as a viewer')]).toEqual([400, true])
    expect((await app.ask(`/rounds/${ada.rounds.closed}/themes`, { cookie: vi.cookie })).status).toBe(403)
    await app.ask(`/engagements/${ada.engagementId}/people`, {
      cookie: ada.cookies.consultant,
      form: form({ intent: 'remove', id: vi.id }),
    })
    expect((await raise()).status).toBe(303)
  })
})

describe('a viewer', () => {
  test('reads the report that is published, and no draft: two drafts would tell one answer', async () => {
    const { cookie } = await added('viewer')
    const draft = await app.ask(`/rounds/${ada.rounds.closed}/report`, { cookie })
    expect([draft.status, draft.text.includes('not published yet')]).toEqual([200, true])
    expect(draft.text).not.toContain('report-paper')
    expect((await app.ask(`/rounds/${ada.rounds.closed}/report.pdf`, { cookie })).status).toBe(404)
    const read = () => app.ask(`/rounds/${ada.rounds.published}/report`, { cookie })
    const before = await read()
    expect(before.text).toContain('report-paper')
    expect(before.text).not.toContain('Publish this report')
    await app.db.deleteFrom('submission').where('round_id', '=', ada.rounds.published).execute()
    expect((await read()).text).toBe(before.text)
  })

  test('reads the plan, and beside it no figure that follows the answers', async () => {
    const { cookie } = await added('viewer')
    const plan = `/engagements/${ada.engagementId}/plan`
    const pages = ['priorities', 'not-now', 'rights', 'rhythm', 'rollout']
    const read = (who: string) =>
      Promise.all(pages.map(async (page) => (await app.ask(`${plan}/${page}`, { cookie: who })).text))
    const [hers, others] = [await read(cookie), await read(ada.cookies.consultant)]
    await app.db.deleteFrom('submission').execute()
    expect(await read(cookie)).toEqual(hers)
    expect(await read(ada.cookies.consultant)).not.toEqual(others)
    expect(others.join()).toContain('Win the north')
    expect(hers.join()).not.toContain('Win the north')
  })

  test('who is not added meets nothing', async () => {
    const { cookie } = await added('viewer')
    const eve = await seedClient(app, { name: 'eve' })
    for (const page of ['report', 'report.pdf'])
      expect((await app.ask(`/rounds/${eve.rounds.published}/${page}`, { cookie })).status).toBe(404)
  })
})

test('whoever leaves takes the invitations along that they sent', async () => {
  const invited = await app.ask('/people', {
    cookie: ada.cookies.consultant,
    form: form({ intent: 'invite', email: 'cy@consulting.test', role: 'owner' }),
  })
  const path = /\/join\/\w+/.exec(invited.text)?.[0] ?? ''
  expect((await app.ask(path)).status).toBe(200)
  const bo = await added('owner')
  const ended = await app.ask('/people', {
    cookie: bo.cookie,
    form: form({ intent: 'end', id: 'consultant-ada', 'successorId.consultant-ada': bo.id }),
  })
  expect(ended.status).toBe(303)
  expect((await app.ask(path)).status).toBe(404)
})

test('a second factor that is turned on ends the sessions that the password alone had opened', async () => {
  const { id, cookie } = await added('consultant')
  const elsewhere = `plumbline-consultant=${await startSession(app.db, id, new Date())}`
  const password = 'kestrel under the bridge'
  const password_hash = await hashPassword(password)
  await app.db.updateTable('consultant').set({ password_hash }).where('id', '=', id).execute()
  const begin = form({ intent: 'begin', password })
  const begun = await app.ask('/account/second-factor', { cookie, form: begin })
  const key = /<code>([A-Z2-7 ]+)<\/code>/.exec(begun.text)?.[1]?.replaceAll(' ', '') ?? ''
  const code = new TOTP({ secret: Secret.fromBase32(key) }).generate()
  const wrong = await app.ask('/account/second-factor', { cookie, form: form({ intent: 'on', code: 'x' }) })
  expect(wrong.status).toBe(400)
  expect((await app.ask('/account', { cookie: elsewhere })).status).toBe(200)
  await app.ask('/account/second-factor', { cookie, form: form({ intent: 'on', code }) })
  expect((await app.ask('/account', { cookie: elsewhere })).status).toBe(303)
  expect((await app.ask('/account', { cookie })).status).toBe(200)
})

test('the log says who made and ended links and published reports, and shows no token', async () => {
  const post = (path: string, fields: Record<string, string>) =>
    app.ask(path, { cookie: ada.cookies.consultant, form: form(fields) })
  const published = `/rounds/${ada.rounds.published}`
  await post(`${published}/shares`, { intent: 'share', days: '0' })
  await post(`${published}/shares`, { intent: 'share', days: '7' })
  await post(`${published}/shares`, { intent: 'revoke', share: ada.shareIds[0] ?? '' })
  await post(`${published}/shares`, { intent: 'revoke', share: 'none' })
  await post(`${published}/report`, { intent: 'publish' })
  const fresh = await post(`/rounds/${ada.rounds.open}/links`, {
    participationId: ada.participationIds[0] ?? '',
  })
  const events = await app.db.selectFrom('audit_event').select(['words', 'engagement_id']).execute()
  expect(events.map(({ words }) => words).sort()).toEqual([
    'ended a sponsor’s link of “The published round of ada”',
    expect.stringMatching(/^made a new personal link for Lead \d+ of ada in “The open round of ada”$/),
    'made a sponsor’s link of “The published round of ada” for 7 days',
    'published the report of “The published round of ada”',
  ])
  expect(events.every(({ engagement_id }) => engagement_id === ada.engagementId)).toBe(true)
  expect(fresh.text).toMatch(/\/p\/p\w{32}/)
  expect(JSON.stringify(events)).not.toMatch(/\w{32}/)
})
