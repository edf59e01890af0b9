import type { Place } from './seeded-round.ts'

/** What a person knows after asking: it was done, it was not done (with the status that said so), or nothing at all. */
export type Outcome<Done> =
  | { kind: 'acknowledged'; status: number; done: Done }
  | { kind: 'refused'; status: number; text: string }
  | { kind: 'no-reply'; cause: string }

export interface Change {
  /** The lines item of the questionnaire's first section that is answered with one line. */
  itemId: 'priorities' | 'stops' | 'dependencies'
  text: string
  /** The revision that the page was made with. */
  revision: number
}

/** Sends what the questionnaire's own script sends; acknowledged with the new revision. */
export async function saveLine(
  baseUrl: string,
  place: Place,
  { itemId, text, revision }: Change,
): Promise<Outcome<number>> {
  const form = new URLSearchParams({ [`${itemId}.1`]: text, [`${itemId}.revision`]: String(revision) })
  const outcome = await post(baseUrl, '/answer/this-quarter/save', place.cookie, form, 'application/json')
  if (outcome.kind !== 'acknowledged') return outcome
  const { saved } = JSON.parse(outcome.done) as { saved: { itemId: string; revision: number }[] }
  const found = saved.find((one) => one.itemId === itemId)
  return found
    ? { ...outcome, done: found.revision }
    : { kind: 'refused', status: outcome.status, text: outcome.done }
}

/** Hands in; acknowledged with where the browser is sent. */
export async function handIn(baseUrl: string, place: Place): Promise<Outcome<string>> {
  const form = new URLSearchParams({ final: 'yes' })
  const outcome = await post(baseUrl, '/answer/review', place.cookie, form)
  if (outcome.kind !== 'acknowledged') return outcome
  return /^\/answer\/(done|leave\?handed-in)/.test(outcome.done)
    ? outcome
    : { kind: 'refused', status: outcome.status, text: outcome.done }
}

/** Acknowledged with the text of the reply, or the address to which it leads. */
export async function post(
  baseUrl: string,
  path: string,
  cookie: string,
  form: URLSearchParams,
  accept = 'text/html',
): Promise<Outcome<string>> {
  try {
    const response = await fetch(baseUrl + path, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      headers: { accept, cookie, origin: baseUrl },
    })
    const { status } = response
    const text = await response.text()
    if (status >= 400) return { kind: 'refused', status, text }
    return { kind: 'acknowledged', status, done: response.headers.get('location') ?? text }
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } }
    return { kind: 'no-reply', cause: cause?.code ?? message }
  }
}
