import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PlannedServer, startPlanned } from '#test/helpers/planned-server.ts'
import { PHONE } from '#test/helpers/visit.ts'

let planned: PlannedServer
let page: Page
let plan: string

beforeAll(async () => {
  // The team begins with an empty plan.
  planned = await startPlanned(async (db) => {
    await db.deleteFrom('plan_change').execute()
    await db.deleteFrom('plan_entry').execute()
  })
  page = await planned.context.newPage()
  plan = planned.plan
})

afterAll(() => planned?.close())

type Typed = Record<string, string>

async function fill(fields: Typed): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]`)
    const isSelect = (await field.evaluate((element) => element.tagName)) === 'SELECT'
    await (isSelect ? field.selectOption({ label: value }) : field.fill(value))
  }
}

/** Opens the form of a new entry, fills it in and saves it; ends on the list. */
async function add(form: string, fields: Typed): Promise<void> {
  await page.goto(`${plan}${form}`)
  await fill(fields)
  await page.getByRole('button', { name: 'Add to the plan' }).click()
  await page.waitForURL(({ pathname }) => !pathname.endsWith('/new'))
}

const shows = (text: string) => page.getByText(text, { exact: false }).first().isVisible()

test('priorities: the first comes in, the second asks which one gives way, and what gives way waits', async () => {
  await add('/priorities/new', { outcome: 'Open the north', owner: 'Chief executive', tradeOff: 'Fairs' })
  for (const outcome of ['Fewer returns', 'Faster quotes'])
    await add('/priorities/new', { outcome, owner: 'Lead 1 of ada', tradeOff: 'Specials' })
  await page.goto(`${plan}/priorities/new`)
  await fill({ outcome: 'Hold the margin', owner: 'Lead 2 of ada', tradeOff: 'Discounts' })
  await page.getByRole('radio', { name: 'Faster quotes' }).check()
  await page.getByRole('button', { name: 'Add to the plan' }).click()
  await page.waitForURL(/priorities$/)
  expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
    'Open the north',
    'Fewer returns',
    'Hold the margin',
  ])
  await add('/not-now/new', { work: 'The office move', sponsor: 'Chief executive', reason: 'It can wait' })
  expect(await shows('Gave way to “Hold the margin”')).toBe(true)
  expect(await shows('The office move')).toBe(true)
})

test('a right is taken over from the register, completed and signed by a person, not by a role', async () => {
  await page.goto(`${plan}/rights`)
  await page
    .getByRole('link', { name: /^Take over/ })
    .first()
    .click()
  await fill({ owner: 'Chief executive', response: 'Decides', cycle: 'Monday' })
  await fill({ 'to.1': 'The whole senior team', 'days.1': '7' })
  await page.getByRole('button', { name: 'Add to the plan' }).click()
  await page
    .getByRole('link', { name: /^Change or sign/ })
    .first()
    .click()
  await fill({ signedBy: 'Chief executive', signedOn: '2026-03-02' })
  await page.locator('button[value="sign"]').click()
  expect(await shows('A role cannot sign')).toBe(true)
  await fill({ signedBy: 'Lead 0 of ada' })
  await page.locator('button[value="sign"]').click()
  await page.waitForURL(/rights$/)
  expect(await shows('Lead 0 of ada')).toBe(true)
})

test('a forum starts from its template, and its calendar file can be fetched', async () => {
  await add('/rhythm/new?cadence=weekly', {
    owner: 'Chief executive',
    members: 'Chief executive\nLead 1 of ada',
    startsOn: '2026-03-09',
    startsAt: '08:30',
  })
  expect(await shows('Weekly leadership meeting')).toBe(true)
  const calendar = await planned.context.request.get(`${plan}/rhythm/calendar.ics`)
  expect(await calendar.text()).toContain('BEGIN:VEVENT')
})

test('outcomes come in by CSV; a key result that is work is told so, and taken once it is a result', async () => {
  await page.goto(`${plan}/outcomes/import`)
  const row = 'Returns cost us less,Lead 1 of ada,Returns per 100 orders down from 9 to 5,9,5'
  await fill({ list: `objective,objective_owner,key_result,baseline,target\n${row}` })
  await page.getByRole('button', { name: 'Take them in' }).click()
  await page.waitForURL(/outcomes$/)
  await page.goto(`${plan}/outcomes/key-results/new`)
  await fill({ objectiveId: 'Returns cost us less', wording: 'Launch the returns portal' })
  await page.getByRole('button', { name: 'Add to the plan' }).click()
  expect(await page.locator('[name="wording"]').getAttribute('aria-invalid')).toBe('true')
  expect(await page.locator('[name="wording"]').inputValue()).toBe('Launch the returns portal')
  await fill({ wording: 'Share of returns solved on the first call up from 40 % to 70 %' })
  await page.getByRole('button', { name: 'Add to the plan' }).click()
  await page.waitForURL(/outcomes$/)
  expect(await shows('solved on the first call')).toBe(true)
})

test('a step of the rollout and a decision are written down, and the decision is ticked off', async () => {
  await add('/rollout/stages/new', { unit: 'Senior team', owner: 'Chief executive', criteria: 'Six Mondays' })
  expect(await shows('Six Mondays')).toBe(true)
  const decision = 'Conflicts are decided on Mondays'
  await add('/decisions/new', { wording: decision, owner: 'Chief executive', due: '2026-03-16' })
  await page.goto(`${plan}/commitments`)
  await page.getByRole('button', { name: `Done: ${decision}` }).click()
  await page.getByText('Over (1)').waitFor()
  expect(await page.getByRole('button', { name: `Done: ${decision}` }).count()).toBe(0)
  expect(await shows(decision)).toBe(true)
})

test('the sponsor opens the progress link in another browser and sees what was kept', async () => {
  await page.goto(`${plan}/progress`)
  await page.getByRole('button', { name: /link/i }).first().click()
  const url = await page.locator('input[readonly]').first().inputValue()
  const sponsor = await planned.browser.newContext({ viewport: PHONE, javaScriptEnabled: false })
  const seen = await sponsor.newPage()
  await seen.goto(url)
  await seen.getByRole('button', { name: 'Open it' }).click()
  await seen.waitForURL(/\/progress$/)
  expect(await seen.getByText('The one commitment that was due is done').count()).toBe(1)
  expect((await seen.goto(`${plan}/commitments`))?.url()).toContain('/sign-in')
  await sponsor.close()
})

test('the sheet for the week prints on one page, and the plan is a PDF', async () => {
  await page.goto(`${plan}/week`)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
  await page.emulateMedia({ media: null })
  const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  const pdf = await planned.context.request.get(`${plan}.pdf`)
  expect(pdf.headers()['content-type']).toContain('application/pdf')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
})
