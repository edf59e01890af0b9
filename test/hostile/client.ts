import { type PageForm, readForms, untouched } from '#scripts/visit/read-forms.ts'

export interface Reply {
  status: number
  path: string
  location: string | null
  headers: Headers
  text: string
  bytes: Uint8Array
  ms: number
}

interface Asking {
  method: string
  body?: BodyInit | Uint8Array
  headers?: Record<string, string>
}

/** Whatever takes longer will not come. */
const PATIENCE_MS = 60_000

type Fields = readonly (readonly [name: string, value: string])[]

/** Somebody with a browser of their own, who also sends what no browser would. */
export class Client {
  readonly cookies = new Map<string, string>()
  /** Lets time pass for the limits of the server, which this run would run into for being fast. */
  static forgetLimits: () => Promise<void> = async () => {}

  constructor(readonly baseUrl: string) {}

  get(path: string): Promise<Reply> {
    return this.ask(path, { method: 'GET' })
  }

  /** Follows redirects, as a browser does. */
  async open(path: string): Promise<Reply> {
    let reply = await this.get(path)
    for (let left = 5; reply.location !== null && left > 0; left--) reply = await this.get(reply.location)
    return reply
  }

  post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Reply> {
    return this.ask(path, {
      method: 'POST',
      body: new URLSearchParams(fields.map((pair) => [...pair])),
      headers,
    })
  }

  upload(path: string, form: FormData): Promise<Reply> {
    return this.ask(path, { method: 'POST', body: form })
  }

  /** The form of a page that has the fields and the button, filled in and sent; follows where it leads. */
  async submit(page: Reply, fields: Fields, button?: string): Promise<Reply> {
    const reply = await this.press(page, fields, button)
    return reply.location === null ? reply : this.open(reply.location)
  }

  press(page: Reply, fields: Fields, button?: string): Promise<Reply> {
    const form = formOf(page, fields, button)
    const touched = new Set(fields.map(([name]) => name))
    const pressed = form.controls.find(
      (control) => control.type === 'button' && (button === undefined || control.value === button),
    )
    const sent: [string, string][] = [
      ...untouched(form).filter(([name]) => !touched.has(name)),
      ...fields.map(([name, value]): [string, string] => [name, value]),
      ...(pressed?.name ? [[pressed.name, pressed.value] as [string, string]] : []),
    ]
    const target = form.action || page.path
    if (!form.multipart) return this.post(target, sent)
    const data = new FormData()
    for (const [name, value] of sent) data.append(name, value)
    return this.upload(target, data)
  }

  async ask(path: string, asking: Asking): Promise<Reply> {
    const reply = await this.#ask(path, asking)
    if (reply.status !== 429) return reply
    await Client.forgetLimits()
    return this.#ask(path, asking)
  }

  async #ask(path: string, { headers = {}, ...rest }: Asking): Promise<Reply> {
    const started = performance.now()
    const response = await fetch(new URL(path, this.baseUrl), {
      ...(rest as RequestInit),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        accept: 'text/html',
        connection: 'close',
        ...(this.cookies.size > 0 && { cookie: this.cookieHeader() }),
        ...(rest.method !== 'GET' && { origin: this.baseUrl }),
        ...headers,
      },
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    return {
      status: response.status,
      path: path.split('#')[0] ?? path,
      location: response.headers.get('location'),
      headers: response.headers,
      text: new TextDecoder().decode(bytes),
      bytes,
      ms: performance.now() - started,
    }
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ')
    const name = pair.slice(0, pair.indexOf('='))
    if (attributes.includes('Max-Age=0')) this.cookies.delete(name)
    else this.cookies.set(name, pair.slice(name.length + 1))
  }
}

function formOf(page: Reply, fields: Fields, button: string | undefined): PageForm {
  const form = readForms(page.text).find(
    ({ controls }) =>
      fields.every(([name]) => controls.some((control) => control.name === name)) &&
      (button === undefined ||
        controls.some((control) => control.type === 'button' && control.value === button)),
  )
  if (form) return form
  const wanted = fields.map(([name]) => name).join(', ')
  throw new Error(`${page.path} (${page.status}) has no form with ${wanted} and the button ${button}`)
}
