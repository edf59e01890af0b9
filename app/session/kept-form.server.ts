import { addressOf } from '#app/http/address.server.ts'
import { normaliseText } from '#app/http/normalise-text.ts'

/** What is not written into a page: it has to be typed anew. */
const SECRET = /pass|^current$|^code$/i

export interface KeptForm {
  /** Where the form was going. */
  to: string
  fields: [name: string, value: string][]
  /** Whether something could not be kept: a file, or a secret. */
  short: boolean
}

/**
 * A form that came too late, to be sent once more after signing in. Null where it was going to no page for consultants.
 *
 * @throws {Response} 400 if it cannot be read
 */
export async function keepForm(request: Request): Promise<KeptForm | null> {
  const to = new URL(request.url).searchParams.get('to') ?? ''
  if (!isOurs(to)) return null
  const form = await request.formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
  const kept: KeptForm = { to, fields: [], short: false }
  for (const [name, value] of form) {
    const isText = typeof value === 'string'
    if (isText && !SECRET.test(name)) kept.fields.push([normaliseText(name), normaliseText(value)])
    else if (isText || value.size > 0) kept.short = true
  }
  return kept
}

/** A page of our own that takes forms of consultants, and nothing that a browser could read otherwise. */
function isOurs(to: string): boolean {
  const base = 'http://localhost'
  if (!/^\/[^/\\]/.test(to) || !URL.canParse(to, base)) return false
  const { origin, pathname, search } = new URL(to, base)
  if (origin !== base || pathname + search !== to) return false
  // Signing out is done by then.
  return addressOf(pathname).entry?.guard === 'consultant' && pathname !== '/sign-out'
}
