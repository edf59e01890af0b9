import type { Page } from 'playwright-core'
import { type Focused, tabUntil } from './keyboard.ts'

/** Tabs through a section, answers what can be answered on the way, and presses the button at its end. */
export async function answerByKeyboard(page: Page): Promise<string[]> {
  const before = page.url()
  const unseen: string[] = []
  await tabUntil(page, async (focused) => {
    if (!focused.visible) unseen.push(`${before}: ${focused.tag} ${focused.name} ${focused.words}`)
    if (/^Save and (continue|review)$/.test(focused.words)) return true
    await answerHere(page, focused)
    return false
  })
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.href !== before)
  return unseen
}

async function answerHere(page: Page, { type, name, value }: Focused): Promise<void> {
  if (type === 'radio') await page.keyboard.press('Space')
  if (type === 'text' && value === '') await page.keyboard.type(/\.\d$/.test(name) ? `Line ${name}` : '4')
}
