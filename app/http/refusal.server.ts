import type { Request, Response } from 'express'
import appCss from '#app/ui/app.css?url'

/** What is said where the edge turns a request away: a heading, and what to do about it. */
export interface Refusal {
  title: string
  text: string
}

/** As a page for people, as data for the page's scripts, or in plain words: whichever the request asks for. */
export function refuse(request: Request, response: Response, status: number, refusal: Refusal): void {
  const { type, body } = asAskedFor(request, refusal)
  response.status(status).vary('Accept').type(type).send(body)
}

/** The same to somebody who is still talking: the whole answer is sent, and the connection is not closed yet. */
export function refuseMidway(request: Request, response: Response, status: number, refusal: Refusal): void {
  const { type, body } = asAskedFor(request, refusal)
  // Compressed, the answer would not be whole before its end.
  delete request.headers['accept-encoding']
  response
    .status(status)
    .vary('Accept')
    .type(type)
    .set('Content-Length', String(Buffer.byteLength(body)))
  response.write(body)
}

function asAskedFor(request: Request, refusal: Refusal): { type: string; body: string } {
  const form = request.accepts(['html', 'json', 'text'])
  if (form === 'html') return { type: 'html', body: refusalPage(refusal) }
  const { title, text } = refusal
  if (form === 'json') return { type: 'json', body: JSON.stringify({ error: title, advice: text }) }
  return { type: 'text/plain', body: `${title}. ${text}` }
}

/** Looks as the router's own apologies do. */
export function refusalPage({ title, text }: Refusal): string {
  return [
    '<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8"/>',
    '<meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="robots" content="noindex"/>',
    `<title>${escaped(title)} · Plumbline</title><link rel="icon" href="/favicon.svg" type="image/svg+xml"/>`,
    `<link rel="stylesheet" href="${escaped(appCss)}"/></head><body class="plain">`,
    `<main class="apology"><h1>${escaped(title)}</h1><p>${escaped(text)}</p></main></body></html>`,
  ].join('')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}
