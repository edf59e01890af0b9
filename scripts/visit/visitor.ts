import { type Control, type PageForm, readForms, untouched } from './read-forms.ts'

/** A page as a browser without JavaScript holds it. */
export interface Page {
  /** Path of the page after all redirects. */
  path: string
  html: string
  headers: Headers
  bytes: Uint8Array
}

export interface Visitor {
  open(path: string): Promise<Page>
  /**
   * Fills in the form of the page that has the named fields, presses a button, and gives the page that follows. A value
   * is what a field holds or, where there is a choice, what stands beside it.
   */
  send(page: Page, fields: readonly Field[], button?: string): Promise<Page>
}

type Field = readonly [name: string, value: string]

const MOST_REDIRECTS = 5

/** Somebody with a browser of their own: it keeps cookies, follows redirects and says which page a form comes from. */
export function createVisitor(baseUrl: string): Visitor {
  const cookies = new Map<string, string>()

  async function request(path: string, body?: URLSearchParams | FormData): Promise<Page> {
    let response = await ask(path, body)
    let followed = 0
    while (response.status >= 300 && response.status < 400) {
      if (++followed > MOST_REDIRECTS) throw new Error(`${path} redirects without end`)
      path = pathOf(new URL(response.headers.get('location') ?? '', `${baseUrl}${path}`))
      response = await ask(path)
    }
    const bytes = new Uint8Array(await response.arrayBuffer())
    const html = new TextDecoder().decode(bytes)
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${wordsOf(html).slice(0, 400)}`)
    return { path, html, headers: response.headers, bytes }
  }

  async function ask(path: string, body?: URLSearchParams | FormData): Promise<Response> {
    // A connection of its own for each request: one that was kept may be closed by the server just as it is used again.
    const headers = new Headers({
      accept: 'text/html',
      'user-agent': 'Plumbline simulation',
      connection: 'close',
    })
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (body) headers.set('origin', baseUrl)
    const response = await fetch(`${baseUrl}${path}`, {
      method: body ? 'POST' : 'GET',
      headers,
      body,
      redirect: 'manual',
    })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    return response
  }

  return {
    open: (path) => request(path.startsWith(baseUrl) ? path.slice(baseUrl.length) : path),
    send(page, fields, button) {
      const form = formWith(page, fields, button)
      if (form.method !== 'post') throw new Error(`the form on ${page.path} does not post`)
      const target = pathOf(new URL(form.action || page.path, `${baseUrl}${page.path}`))
      const sent = form.multipart ? new FormData() : new URLSearchParams()
      for (const [name, value] of filledIn(form, fields, button)) sent.append(name, value)
      return request(target, sent)
    },
  }
}

function formWith(page: Page, fields: readonly Field[], button: string | undefined): PageForm {
  const fits = (form: PageForm) =>
    fields.every(([name]) => form.controls.some((control) => control.name === name)) &&
    (button === undefined || form.controls.some((control) => isButton(control, button)))
  const form = readForms(page.html).find(fits)
  if (form) return form
  const wanted = fields.map(([name]) => name).join(', ')
  throw new Error(
    `no form on ${page.path} has ${wanted || 'no fields'}${button ? ` and the button ${button}` : ''}`,
  )
}

/** What the browser would send: the form as it loaded, with the given fields in the place of what stood in them. */
function filledIn(form: PageForm, fields: readonly Field[], button: string | undefined): Field[] {
  const touched = new Set(fields.map(([name]) => name))
  const kept = untouched(form).filter(([name]) => !touched.has(name))
  const given = fields.map(([name, value]): Field => [name, acceptedBy(form, name, value)])
  const pressed = form.controls.find((control) => button !== undefined && isButton(control, button))
  return [...kept, ...given, ...(pressed?.name ? [[pressed.name, pressed.value] as const] : [])]
}

/** A person can type anything into a field, but choose only what is offered. */
function acceptedBy(form: PageForm, name: string, value: string): string {
  const controls = form.controls.filter((control) => control.name === name)
  if (controls.some(({ type }) => type === 'text')) return value
  const choice =
    controls.find((control) => control.value === value) ??
    controls.find((control) => control.label === value || `role:${control.label}` === value)
  if (!choice) throw new Error(`${name} does not offer "${value}"`)
  return choice.value
}

function isButton(control: Control, wanted: string): boolean {
  return control.type === 'button' && (control.value === wanted || control.label === wanted)
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split('; ')
  const name = pair.slice(0, pair.indexOf('='))
  if (attributes.includes('Max-Age=0')) cookies.delete(name)
  else cookies.set(name, pair.slice(name.length + 1))
}

function pathOf(url: URL): string {
  return url.pathname + url.search
}

function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
