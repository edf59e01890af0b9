import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { press } from './visit.ts'

/** Sorts the lines of the open bench into named themes by hand: tick, name, move. Gives the number of themes. */
export async function sortLines(page: Page, themeOf: ReadonlyMap<string, string>): Promise<number> {
  const lines = await page.locator('[data-line-id]').evaluateAll((items) =>
    items.map((item) => ({
      id: item.getAttribute('data-line-id') ?? '',
      text: item.querySelector('.line-text')?.textContent?.trim() ?? '',
    })),
  )
  const names = new Set(lines.map(({ text }) => themeOf.get(text) ?? ''))
  for (const name of names) {
    for (const { id } of lines.filter(({ text }) => themeOf.get(text) === name)) {
      await page.locator(`[name="line"][value="${id}"]`).check()
    }
    await page.locator('[name="theme"]').selectOption('new')
    await page.locator('[name="name"]').fill(name)
    await press(page, 'Move lines')
    await expect.poll(() => page.locator('[name="line"]:checked').count()).toBe(0)
  }
  return names.size
}

/** Locks the codebook on the page of themes; whatever is left unconfirmed is taken as it stands. */
export async function lockCodebook(page: Page): Promise<void> {
  const left = page.locator('[name="asItStands"]')
  if ((await left.count()) > 0) await left.check()
  await press(page, 'Lock the codebook')
  await expect.poll(() => page.getByText('has been locked').count()).toBe(1)
}
