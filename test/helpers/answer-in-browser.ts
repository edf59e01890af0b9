import type { Page } from 'playwright-core'
import type { Answers } from '#app/answers/answer.ts'
import { formOf } from '#app/answers/form-of.ts'
import type { Section } from '#app/questionnaire/instrument.ts'

/** From the personal link to the first page behind it: start, "that is me", and the yes to being named. */
export async function enterByLink(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: 'Start' }).click()
  const consent = page.locator('input[name="consent"]')
  if ((await consent.count()) > 0) await consent.check()
  await page.getByRole('button', { name: 'Yes, that is me' }).click()
  await page.waitForURL('**/answer')
}

/** Fills in one section by hand: choose, type, pick. Gives answers as roles and departments by name. */
export async function fillSection(page: Page, section: Section, answers: Answers): Promise<void> {
  for (const item of section.items) {
    for (const [name, value] of formOf(item, answers[item.id] ?? { state: 'skipped' })) {
      await fillField(page, name, value)
    }
  }
}

async function fillField(page: Page, name: string, value: string): Promise<void> {
  const field = page.locator(`[name="${name}"]`)
  const kind = await field.first().evaluate((element) => (element as HTMLInputElement).type)
  if (kind === 'radio' || kind === 'checkbox') {
    if (!value.startsWith('role:')) return page.locator(`[name="${name}"][value="${value}"]`).check()
    const item = page.locator(`[data-item="${name}"]`)
    return item.getByLabel(value.slice('role:'.length), { exact: true }).check()
  }
  if (kind === 'select-one') {
    await field.selectOption({ label: value })
    return
  }
  await field.fill(value)
}

/** Sends the section and waits for the page that follows. */
export async function goOn(page: Page): Promise<void> {
  const before = page.url()
  await page.getByRole('button', { name: /^Save and (continue|review)$/ }).click()
  await page.waitForURL((url) => url.href !== before)
}

export async function handIn(page: Page): Promise<void> {
  await page.goto(new URL('/answer/review', page.url()).href)
  await page.getByRole('button', { name: 'Hand in my answers' }).click()
  await page.waitForURL('**/answer/done')
}
