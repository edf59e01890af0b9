import type { Page } from 'playwright-core'

export interface Focused {
  tag: string
  type: string
  name: string
  value: string
  words: string
  /** Whether somebody can see where the focus is. */
  visible: boolean
}

/** Presses Tab once and says where that led. */
export async function tab(page: Page): Promise<Focused> {
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null
    const box = element?.closest('label') ?? element
    const marked = [element, box].some((candidate) => {
      if (!candidate) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(candidate)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    })
    return {
      tag: element?.tagName.toLowerCase() ?? '',
      type: element?.type ?? '',
      name: element?.name ?? '',
      value: element?.value ?? '',
      words: (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim(),
      visible: marked,
    }
  })
}

const MOST_TABS = 400

/** Tabs on, handing every stop to `meet`, until it says that this is the place. */
export async function tabUntil(
  page: Page,
  meet: (focused: Focused) => Promise<boolean> | boolean,
): Promise<Focused> {
  for (let count = 0; count < MOST_TABS; count++) {
    const focused = await tab(page)
    if (await meet(focused)) return focused
  }
  throw new Error(`${page.url()}: not reached within ${MOST_TABS} tabs`)
}

/** Goes to a button or link by its words and presses Enter. */
export async function pressByKeyboard(page: Page, words: string): Promise<void> {
  const before = page.url()
  await tabUntil(page, (focused) => focused.words === words)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.href !== before)
}
