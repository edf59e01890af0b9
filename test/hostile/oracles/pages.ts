import type { BrowserContext, Page } from 'playwright-core'
import type { Client } from '../client.ts'
import type { World } from '../world.ts'

export interface SeenPage {
  status: number
  /** All text of the document, as the DOM has it. */
  text: string
  /** What stands in fields. */
  values: string[]
  /** Dialogs, requests elsewhere, reports of the security policy, elements and attributes of nobody's making. */
  faults: string[]
}

/** Anything else in a page came out of somebody's text. */
const OWN_ELEMENTS = new Set(
  `html head title meta link body main header footer nav section article aside div p span a b em strong small ul ol li dl dt dd
  h1 h2 h3 h4 h5 h6 form fieldset legend label input textarea select option optgroup button details summary table caption
  colgroup col thead tbody tfoot tr th td figure figcaption blockquote q cite code pre time progress meter output mark sup sub
  br wbr hr img abbr bdi script noscript svg g path rect circle ellipse line polyline polygon text tspan desc defs pattern clippath
  marker use symbol template datalist dialog address hgroup kbd var i u s`
    .split(/\s+/)
    .filter(Boolean),
)

/** Somebody's browser, in which nothing that a text asks for goes unnoticed. */
export class Watcher {
  readonly #context: BrowserContext
  readonly #faults: string[] = []
  readonly page: Page

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context
    this.page = page
  }

  static async open({ browser, server }: World, client: Client, javaScriptEnabled = true): Promise<Watcher> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled })
    const watcher = new Watcher(context, await context.newPage())
    await watcher.#listen(server.baseUrl)
    await watcher.enter(client)
    return watcher
  }

  /** Takes on the cookies of somebody. */
  async enter(client: Client): Promise<void> {
    await this.#context.clearCookies()
    const cookies = [...client.cookies].map(([name, value]) => ({ name, value, url: client.baseUrl }))
    if (cookies.length > 0) await this.#context.addCookies(cookies)
  }

  async look(url: string): Promise<SeenPage> {
    this.#faults.length = 0
    const response = await this.page.goto(url, { waitUntil: 'load' })
    return this.#read(response?.status() ?? 0)
  }

  /** Shows a page that a form was answered with. */
  async lookAt(html: string, url: string): Promise<SeenPage> {
    this.#faults.length = 0
    await this.page.route(url, (route) =>
      route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
    )
    const response = await this.page.goto(url, { waitUntil: 'load' })
    await this.page.unroute(url)
    return this.#read(response?.status() ?? 0)
  }

  /** The elements around the words that let their direction out; a text of a drawing is a paragraph of its own. */
  leaks(words: string): Promise<string[]> {
    return this.page.evaluate((wanted) => {
      const holding = Array.from(document.body.querySelectorAll('*')).filter((element) =>
        element.textContent?.includes(wanted),
      )
      return holding
        .filter((element) => !holding.some((other) => other !== element && element.contains(other)))
        .filter((element) => !element.closest('svg') && !['TEXTAREA', 'OPTION'].includes(element.tagName))
        .filter((element) => !/isolate|plaintext/.test(getComputedStyle(element).unicodeBidi))
        .map((element) => `<${element.localName} class="${element.getAttribute('class') ?? ''}">`)
    }, words)
  }

  /** Whether the words are painted above or below the box they stand in: its surroundings are the same without them. */
  async paintsOutside(words: string): Promise<string | null> {
    const handles = await this.page.evaluateHandle((wanted) => {
      const holding = Array.from(
        document.body.querySelectorAll<HTMLElement>('p, li, td, dd, blockquote, span, div'),
      ).filter((element) => element.textContent?.includes(wanted))
      return (
        holding.filter(
          (element) => !holding.some((other) => other !== element && element.contains(other)),
        )[0] ?? null
      )
    }, words)
    const element = handles.asElement()
    if (!element) return 'the words are not on the page'
    await element.scrollIntoViewIfNeeded()
    const box = await element.boundingBox()
    if (!box) return null
    for (const [side, y, height] of [
      ['above', Math.max(0, box.y - 120), Math.min(118, box.y - 2)],
      ['below', box.y + box.height + 2, 118],
    ] as const) {
      if (height <= 0) continue
      const clip = { x: Math.max(0, box.x), y, width: Math.max(1, box.width), height }
      const shown = await this.page.screenshot({ clip })
      await element.evaluate((node) => {
        ;(node as HTMLElement).style.visibility = 'hidden'
      })
      const without = await this.page.screenshot({ clip })
      await element.evaluate((node) => {
        ;(node as HTMLElement).style.visibility = ''
      })
      if (!shown.equals(without)) return `it paints ${side} its box`
    }
    return null
  }

  close(): Promise<void> {
    return this.#context.close()
  }

  async #read(status: number): Promise<SeenPage> {
    const seen = await this.page.evaluate(
      (own) => {
        const strange: string[] = []
        for (const element of document.querySelectorAll('*')) {
          const tag = element.localName.toLowerCase()
          if (!own.includes(tag)) strange.push(`an element <${tag}>`)
          if (tag === 'script' && !element.getAttribute('src')?.startsWith('/assets/'))
            strange.push('a script')
          for (const { name, value } of element.attributes) {
            if (name.startsWith('on') || name === 'style' || name === 'srcdoc')
              strange.push(`an attribute ${name}`)
            const leads = ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name)
            if (leads && /^\s*(?:javascript|data|vbscript):/i.test(value)) strange.push(`${name}="${value}"`)
          }
        }
        const fields = document.querySelectorAll<HTMLInputElement>('input, textarea, select')
        return {
          text: document.documentElement.textContent ?? '',
          values: Array.from(fields, ({ value }) => value),
          strange: [...new Set(strange)],
        }
      },
      [...OWN_ELEMENTS],
    )
    return { status, text: seen.text, values: seen.values, faults: [...this.#faults, ...seen.strange] }
  }

  async #listen(origin: string): Promise<void> {
    await this.#context.exposeFunction('reportViolation', (words: string) => this.#faults.push(words))
    await this.#context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const report = (window as unknown as { reportViolation(words: string): void }).reportViolation
        report(`the security policy was violated: ${event.violatedDirective} ${event.blockedURI}`)
      })
    })
    this.page.on('dialog', (dialog) => {
      this.#faults.push(`a dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    this.page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(`${origin}/`)) this.#faults.push(`a request to ${url.slice(0, 100)}`)
    })
    this.page.on('pageerror', (error) => this.#faults.push(`an error: ${error.message}`))
  }
}
