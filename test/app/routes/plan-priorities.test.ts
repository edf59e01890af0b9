import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSession } from '#app/session/start-session.server.ts'
import { findCommitments, saveCommitments } from '#db/commitments.ts'
import { insertConsultant } from '#db/consultants.ts'
import { addMember } from '#db/engagement-members.ts'
import { loadPlan } from '#db/plan-entries.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

let app: RunningApplication
let client: SeededClient
let plan: string
let cookie: string

beforeAll(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
  plan = `/engagements/${client.engagementId}/plan`
  cookie = client.cookies.consultant
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.db.deleteFrom('plan_entry').execute()
  await app.db.deleteFrom('plan_change').execute()
})

const show = async (path: string) => (await app.ask(plan + path, { cookie })).text
const send = (path: string, fields: Record<string, string>) =>
  app.ask(plan + path, { cookie, form: new URLSearchParams({ intent: 'save', entry: '', ...fields }) })
const kept = () => loadPlan(app.db, client.engagementId)
const priority = (outcome: string, more = {}) =>
  send('/priorities/new', { outcome, owner: 'Chief executive', tradeOff: 'The office move', ...more })

test('a theme of the round is taken over as an outcome, and is not offered again', async () => {
  expect(await show('/priorities')).toContain('No priorities yet')
  expect(await show('/priorities')).toContain('Win the north')
  const form = await show('/priorities/new?take=Win%20the%20north')
  expect(form).toMatch(/name="draftedFrom" value="Win the north"/)
  const taken = { outcome: 'Nine of ten northern customers stay', draftedFrom: 'Win the north' }
  const { status, headers } = await priority('', taken)
  expect([status, headers.get('location')]).toEqual([303, `${plan}/priorities`])
  const list = await show('/priorities')
  expect(list).toContain('Nine of ten northern customers stay')
  expect(list).not.toContain('take=Win')
})

test('a draft that nobody named cannot be smuggled in by the address', async () => {
  expect(await show('/priorities/new?take=Smuggled')).not.toContain('Smuggled')
  expect(await show('/not-now/new?take=Smuggled')).not.toContain('Smuggled')
})

test('a refusal keeps what was typed and names each field', async () => {
  const { status, text } = await priority('Keep customers', { owner: '', tradeOff: '' })
  expect(status).toBe(400)
  expect(text).toContain('Keep customers')
  expect(text).toMatch(/id="owner-error"/)
  expect(text).toMatch(/id="tradeOff-error"/)
  expect((await kept()).priority).toEqual([])
})

test('past the limit the form asks which one gives way; that one waits from then on', async () => {
  for (const outcome of ['One', 'Two', 'Three']) await priority(outcome)
  const form = await show('/priorities/new')
  expect(form).toContain('Which one gives way?')
  expect((await priority('Four')).status).toBe(400)
  const [first] = (await kept()).priority
  expect((await priority('Four', { inPlaceOf: first?.id })).status).toBe(303)
  const after = await kept()
  expect(after.priority.map(({ content }) => content.outcome)).toEqual(['Two', 'Three', 'Four'])
  expect(after['not-now'][0]?.content).toMatchObject({ work: 'One', sponsor: 'Chief executive' })
  expect(await show('/not-now')).toContain('Gave way to “Four”')
})

test('an argument goes past the limit, and stays on the page', async () => {
  for (const outcome of ['One', 'Two', 'Three']) await priority(outcome)
  expect((await priority('Four', { inPlaceOf: 'none', argument: 'The bank asks for it' })).status).toBe(303)
  expect(await show('/priorities')).toContain('The bank asks for it')
})

test('work that waits is drafted from the stops, changes its state, and leaves the list', async () => {
  const empty = await show('/not-now')
  expect(empty).toContain('Nothing waits yet')
  const [, name] = /not-now\/new\?take=([^"]+)"/.exec(empty) ?? []
  const form = await show(`/not-now/new?take=${name}`)
  expect(form).toMatch(/would stop it or let it wait/)
  const fields = {
    work: 'Plan 1',
    sponsor: 'Chief executive',
    reason: 'Few count on it',
    until: '2026-02-01',
  }
  await send('/not-now/new', { ...fields, draftedFrom: decodeURIComponent(name ?? '') })
  const list = await show('/not-now')
  expect(list).toContain('Agreed to wait (1)')
  expect(list).toContain('This day has passed')
  expect(list).not.toContain(`take=${name}`)
  const [entry] = (await kept())['not-now']
  const address = `/not-now/${entry?.id}`
  await send(address, { ...fields, entry: entry?.id ?? '', revision: '1', state: 'stopped' })
  expect(await show('/not-now')).toContain('Stopped (1)')
  await send(address, { intent: 'remove', entry: entry?.id ?? '' })
  expect((await kept())['not-now']).toEqual([])
})

test('what somebody else changed meanwhile is not written over', async () => {
  await priority('One')
  const [entry] = (await kept()).priority
  const change = { entry: entry?.id ?? '', revision: '1', owner: 'Chief executive', tradeOff: 'Less travel' }
  expect((await send(`/priorities/${entry?.id}`, { ...change, outcome: 'Theirs' })).status).toBe(303)
  const late = await send(`/priorities/${entry?.id}`, { ...change, outcome: 'Mine' })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Mine')
  expect((await kept()).priority[0]?.content.outcome).toBe('Theirs')
})

test('each change leaves a line in the log, and none of its words', async () => {
  await priority('A secret outcome')
  const events = await app.db.selectFrom('audit_event').select('words').execute()
  expect(events.map(({ words }) => words)).toContain('added a priority of the plan')
  expect(JSON.stringify(events)).not.toContain('secret')
})

test('the four situations are offered, taken over, signed, and unsigned by a change', async () => {
  const empty = await show('/rights')
  for (const itemId of ['d-conflict', 'd-dependency', 'd-missed', 'd-new-initiative'])
    expect(empty).toContain(`take=${itemId}`)
  const form = await show('/rights/new?take=d-conflict')
  expect(form).toContain('Priorities of two functions collide')
  const fields = {
    situation: 'Priorities of two functions collide',
    owner: 'Chief executive',
    response: 'Decides within the week',
    cycle: 'Mondays',
    itemId: 'd-conflict',
    'to.1': 'Chair',
    'days.1': '7',
  }
  await send('/rights/new', fields)
  expect(await show('/rights')).not.toContain('take=d-conflict')
  const [entry] = (await kept()).right
  const [id, address] = [entry?.id ?? '', `/rights/${entry?.id}`]
  const role = await send(address, {
    intent: 'sign',
    entry: id,
    revision: '1',
    signedBy: 'Chief executive',
    signedOn: '2026-03-02',
  })
  expect([role.status, /A role cannot sign/.test(role.text)]).toEqual([400, true])
  const sign = { intent: 'sign', entry: id, revision: '1', signedBy: 'Max Ode', signedOn: '2026-03-02' }
  expect((await send(address, sign)).status).toBe(303)
  expect(await show('/rights')).toContain('Max Ode, 2 March 2026')
  expect(await show(address)).toContain('the signature falls')
  await send(address, { ...fields, entry: id, revision: '2', cycle: 'Fridays' })
  expect(await show('/rights')).toContain('Not any more: Max Ode signed on 2 March 2026')
  expect(await show('/rights/print')).not.toContain('Max Ode')
})

test('a time limit that is none is sent back with all that was typed', async () => {
  const { status, text } = await send('/rights/new', {
    situation: 'A flood',
    'to.1': 'Chair',
    'days.1': 'soon',
  })
  expect([status, text.includes('A flood'), text.includes('id="days.1-error"')]).toEqual([400, true, true])
})

test('a planned pulse is offered the open decisions and the agreed stops, and asks nothing unsaved', async () => {
  const draft = await app.db
    .updateTable('round')
    .set({ instrument_key: 'pulse@1' })
    .where('id', '=', client.rounds.draft)
    .execute()
  expect(draft).toHaveLength(1)
  await send('/not-now/new', { work: 'Rebrand', sponsor: 'Chief executive', reason: 'It can wait' })
  const path = `/rounds/${client.rounds.draft}/commitments`
  const { text } = await app.ask(path, { cookie })
  expect(text).toContain('Stopped: Rebrand')
  expect(text).toContain('From the plan')
  expect(await findCommitments(app.db, client.rounds.draft)).toEqual([])
  await saveCommitments(app.db, client.rounds.draft, ['One owner for each priority'])
  const saved = await app.ask(path, { cookie })
  expect(saved.text).toContain('One owner for each priority')
  expect(saved.text).not.toContain('Stopped: Rebrand')
})

test('a viewer reads the lists and is shown no way to a form; while archived nobody is', async () => {
  await priority('One')
  const viewer = { id: 'v', email: 'vera@consulting.test', name: 'Vera', role: 'viewer' } as const
  await insertConsultant(app.db, { ...viewer, passwordHash: 'none', createdOn: '2026-03-02' })
  await addMember(app.db, { engagementId: client.engagementId, consultantId: 'v', addedOn: '2026-03-02' })
  const hers = `plumbline-consultant=${await startSession(app.db, 'v', new Date())}`
  for (const path of ['/priorities', '/not-now', '/rights', '/rights/print']) {
    const { status, text } = await app.ask(plan + path, { cookie: hers })
    expect([path, status]).toEqual([path, 200])
    expect(text).not.toMatch(/\/new["?]|Take over|Change/)
  }
  expect((await app.ask(`${plan}/priorities/new`, { cookie: hers })).status).toBe(403)
  await app.db.updateTable('engagement').set({ archived_on: '2026-04-01' }).execute()
  expect(await show('/priorities')).not.toMatch(/\/new["?]/)
  await app.db.updateTable('engagement').set({ archived_on: null }).execute()
})
