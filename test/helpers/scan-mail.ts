import type { ParsedMail } from 'mailparser'
import type { Browser } from 'playwright-core'

/** Every address that a mail holds, in its plain text or its HTML. */
export function linksIn({ text, html }: ParsedMail): string[] {
  const found = `${text ?? ''} ${html || ''}`.match(/https?:\/\/[^\s<>"]+/g) ?? []
  return [...new Set(found)]
}

export function mailsTo(mails: readonly ParsedMail[], email: string): ParsedMail[] {
  const receivers = ({ to }: ParsedMail) => [to ?? []].flat().flatMap(({ value }) => value)
  return mails.filter((mail) => receivers(mail).some(({ address }) => address === email))
}

/** What gateways do to a link before a mail is delivered: HEAD, GET, and both again. */
export async function fetchAsScanner(link: string): Promise<void> {
  for (const method of ['HEAD', 'GET', 'GET', 'HEAD']) await fetch(link, { method, redirect: 'follow' })
}

/** And what some do besides: open it in a browser that runs scripts, wait, and press every button that is there. */
export async function pressAllAsScanner(browser: Browser, link: string): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(link)
  await page.waitForTimeout(500)
  const buttons = await page.locator('button, input[type=submit]').count()
  for (let index = 0; index < buttons; index++) {
    await page.goto(link)
    await page.locator('button, input[type=submit]').nth(index).click()
    await page.waitForLoadState()
  }
  await context.close()
  return buttons
}
