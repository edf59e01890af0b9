import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSession } from '#app/session/start-session.server.ts'
import { insertConsultant } from '#db/consultants.ts'
import { addMember } from '#db/engagement-members.ts'
import { loadPlan } from '#db/plan-entries.ts'
import { readForms } from '#scripts/visit/read-forms.ts'
import { occurrences, parsed } from '#test/helpers/read-calendar.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

let app: RunningApplication
let client: SeededClient
let base: string

beforeAll(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
  base = `/engagements/${client.engagementId}/plan/rhythm`
  await app.db.deleteFrom('plan_entry').where('id', '=', client.planEntryIds.forum).execute()
})
afterAll(() => app.close())

const ask = (path: string, form?: URLSearchParams) =>
  app.ask(path, { cookie: client.cookies.consultant, form })
const forums = async () => (await loadPlan(app.db, client.engagementId)).forum

/** The form of a page as a browser would send it, with some fields typed over. */
async function typedOver(path: string, changes: Record<string, string>): Promise<URLSearchParams> {
  const form = readForms((await ask(path)).text).find(({ controls }) =>
    controls.some(({ name }) => name === 'agenda'),
  )
  const sent = form?.controls.filter(({ sent, type }) => sent && type !== 'button') ?? []
  const fields = new URLSearchParams(sent.map(({ name, value }) => [name, value]))
  for (const [name, value] of Object.entries({ intent: 'save', ...changes })) fields.set(name, value)
  return fields
}

test('a rhythm begins empty, says what belongs there, and offers each cadence', async () => {
  const { status, text } = await ask(base)
  expect(status).toBe(200)
  expect(text).toContain('No forum is settled yet')
  for (const cadence of ['weekly', 'monthly', 'quarterly'])
    expect(text).toContain(`${base}/new?cadence=${cadence}`)
  expect((await ask(`${base}/calendar.ics`)).headers.get('location')).toBe(base)
})

test('looking at a new forum writes nothing; saving it does, with the team and the zone filled in', async () => {
  const fields = await typedOver(`${base}/new?cadence=weekly`, { owner: 'Chief executive' })
  expect(await forums()).toEqual([])
  expect(fields.get('members')?.split('\n')).toHaveLength(6)
  expect(fields.get('timeZone')).toBe('UTC')
  const saved = await ask(`${base}/new`, fields)
  expect([saved.status, saved.headers.get('location')]).toEqual([303, base])
  const [forum] = await forums()
  expect(forum?.content).toMatchObject({ cadence: 'weekly', owner: 'Chief executive', startsOn: '' })
  const { text } = await ask(base)
  expect(text).toContain('Not settled')
  expect(text).not.toContain('This will not work')
  expect(text).toContain('Hours a month')
})

test('with a day, an hour and a holiday it is a calendar file, and its change is the same entry again', async () => {
  const [before] = await forums()
  const path = `${base}/${before?.id}`
  const settled = {
    startsOn: '2027-01-04',
    timeZone: 'Europe/Berlin',
    holidays: '29 March 2027 Easter Monday',
  }
  expect((await ask(path, await typedOver(path, settled))).status).toBe(303)
  const { status, text, headers } = await ask(`${path}/calendar.ics`)
  expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(headers.get('content-disposition')).toContain('.ics')
  expect(occurrences(text, '2028-01-01')).toHaveLength(52)
  const uid = () => parsed(text).getFirstSubcomponent('vevent')?.getFirstPropertyValue('uid')
  expect(uid()).toBe(`${before?.id}@plumbline`)
  const whole = await ask(`${base}/calendar.ics`)
  expect(occurrences(whole.text, '2028-01-01')).toEqual(occurrences(text, '2028-01-01'))
  expect((await ask(base)).text).toContain('29 March 2027 moves to 30 March 2027')
})

test('a second forum takes over the zone and the holidays of the first', async () => {
  const fields = await typedOver(`${base}/new?cadence=monthly`, { startsOn: '2027-01-12' })
  expect([fields.get('timeZone'), fields.get('holidays')]).toEqual(['Europe/Berlin', '2027-03-29'])
  await ask(`${base}/new`, fields)
  const { text } = await ask(base)
  expect(text).toContain('has no owner')
})

test('what cannot be read is said beside its field and stays as it was typed', async () => {
  const path = `${base}/new?cadence=quarterly`
  const { status, text } = await ask(path, await typedOver(path, { holidays: 'Christmas', minutes: 'long' }))
  expect(status).toBe(400)
  expect(text).toContain('No day could be read from “Christmas”.')
  const controls = readForms(text).flatMap((form) => form.controls)
  expect(controls.find(({ name }) => name === 'minutes')?.value).toBe('long')
})

test('an address is in the file only where it is ticked and the owner is a lead', async () => {
  const [forum] = await forums()
  const path = `${base}/${forum?.id}`
  const save = async (changes: Record<string, string>) => {
    await ask(path, await typedOver(path, changes))
    return (await ask(`${path}/calendar.ics`)).text
  }
  expect(await save({ owner: 'Lead 1 of ada' })).not.toContain('@ada.test')
  expect(await save({ ownerMail: '1' })).toContain('mailto:lead1@ada.test')
  expect(await save({ owner: 'Chief executive' })).not.toContain('@ada.test')
})

test('a forum that somebody changed meanwhile is not written over, and one can be taken out', async () => {
  const [forum] = await forums()
  const path = `${base}/${forum?.id}`
  const late = await typedOver(path, { name: 'Late' })
  await ask(path, await typedOver(path, { name: 'First' }))
  const refused = await ask(path, late)
  expect([refused.status, refused.text.includes('value="Late"')]).toEqual([409, true])
  expect((await forums())[0]?.content.name).toBe('First')
  const count = (await forums()).length
  await ask(path, await typedOver(path, { intent: 'remove' }))
  expect(await forums()).toHaveLength(count - 1)
  expect((await ask(path)).status).toBe(404)
})

test('a viewer reads the rhythm and is offered no form', async () => {
  await insertConsultant(app.db, {
    id: 'viewer',
    name: 'Vera',
    email: 'vera@consulting.test',
    role: 'viewer',
    passwordHash: 'none',
    createdOn: '2026-03-02',
  })
  await addMember(app.db, {
    engagementId: client.engagementId,
    consultantId: 'viewer',
    addedOn: '2026-03-02',
  })
  const cookie = `plumbline-consultant=${await startSession(app.db, 'viewer', new Date())}`
  const { status, text } = await app.ask(base, { cookie })
  expect(status).toBe(200)
  expect(text).toContain('Monthly progress review')
  expect(text).not.toContain('/new?')
  expect((await app.ask(`${base}/new`, { cookie })).status).toBe(403)
})
