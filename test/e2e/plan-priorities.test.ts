import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addToPlan } from '#app/redesign/plan/change-plan.server.ts'
import { draftRegister } from '#app/redesign/rights/draft-register.ts'
import { pressByKeyboard, tabUntil } from '#test/helpers/keyboard.ts'
import { type PlannedServer, startPlanned } from '#test/helpers/planned-server.ts'

let planned: PlannedServer

beforeAll(async () => {
  planned = await startPlanned(async (db, { engagementId }) => {
    const changer = { engagementId, by: 'Ada', on: '2026-03-02' }
    // With the one that is there already: the four situations and four of the team's own.
    const rights = draftRegister(null, []).map(({ right }) => ({ ...right, owner: 'Chief executive' }))
    for (const right of [...rights, ...rights.slice(0, 3)]) await addToPlan(db, changer, 'right', right)
  })
})

afterAll(() => planned?.close())

async function type(page: Page, field: string, text: string): Promise<void> {
  await tabUntil(page, ({ name }) => name === field)
  await page.keyboard.type(text)
}

test('by keyboard and without JavaScript: a theme becomes a priority, and another one gives way for it', async () => {
  const page = await planned.context.newPage()
  await page.goto(`${planned.plan}/priorities`)
  await pressByKeyboard(page, 'Take over: Win the north')
  await type(page, 'owner', 'Chief executive')
  await type(page, 'tradeOff', 'Trade fairs')
  // The one that is there was added long ago: the cycle runs, though there is room for more.
  await tabUntil(page, ({ name }) => name === 'inPlaceOf')
  await page.keyboard.press('Space')
  await pressByKeyboard(page, 'Add to the plan')
  await page.waitForURL(/priorities$/)
  expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Win the north'])
  await pressByKeyboard(page, 'Not now')
  expect(await page.getByText('Gave way to “Win the north”').count()).toBe(1)
  await page.close()
})

test('the register with four situations and four of the team\u2019s own prints on one page', async () => {
  const page = await planned.context.newPage()
  await page.goto(`${planned.plan}/rights/print`)
  expect(await page.getByRole('rowheader').count()).toBe(8)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? []
  // A4 upright, in points: the browser rounds to whole pixels.
  expect(Math.abs(Number(width) - 595.28)).toBeLessThan(1)
  expect(Math.abs(Number(height) - 841.89)).toBeLessThan(1)
  await page.close()
})
