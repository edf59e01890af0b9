import type { Request, RequestHandler, Response } from 'express'
import { maskPath, noteSecurity } from './log.server.ts'
import { type Refusal, refuseMidway } from './refusal.server.ts'

const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data']
const KIB = 1024
const FORM_LIMIT = 256 * KIB
/** Files come with a few lines around them. */
const AROUND_A_FILE = 64 * KIB
const IMPORT_LIMIT = KIB * KIB
const ARCHIVE_LIMIT = 20 * KIB * KIB
/** A client that was refused may go on for so long. */
const PATIENCE_MS = 2_000

const REFUSALS = {
  compressed: {
    title: 'This form came compressed',
    text: 'Compressed requests are not accepted. Please send it again as it is, from the page itself.',
  },
  kind: {
    title: 'This is not a form',
    text: 'Only forms from the pages of this site are accepted. Please go back and send it from there.',
  },
  length: {
    title: 'The length of the form is missing',
    text: 'The request does not say how long it is. Please go back and send the form from the page itself.',
  },
} satisfies Record<string, Refusal>

function tooLarge(limit: number): Refusal {
  const room = limit < KIB * KIB ? `${limit / KIB} KiB` : `${Math.floor(limit / KIB / KIB)} MiB`
  return {
    title: 'This is too much at once',
    text: `There is room for ${room}, and nothing of this was taken in. What was saved before is still there: please go back and send less, or a smaller file.`,
  }
}

function bodyLimit(path: string): number {
  if (path === '/engagements/import') return ARCHIVE_LIMIT + AROUND_A_FILE
  const takesFiles = path.endsWith('/leads/import') || path === '/questionnaires/import'
  return takesFiles ? IMPORT_LIMIT + AROUND_A_FILE : FORM_LIMIT
}

/** Bodies are plain forms of a declared, bounded length; anything else is refused before or while it is read. */
export const limitBody: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  const limit = bodyLimit(request.path)
  const length = request.get('content-length')
  if (request.get('content-encoding')) return turnAway(request, response, 415, REFUSALS.compressed)
  if (length === undefined) return readUndeclared(request, response, limit)
  if (Number(length) > limit) return turnAway(request, response, 413, tooLarge(limit))
  const type = request.get('content-type') ?? ''
  if (Number(length) > 0 && !FORM_TYPES.some((form) => type.startsWith(form)))
    return turnAway(request, response, 415, REFUSALS.kind)
  next()
}

/** Nothing of it is kept. It is read only to say rightly whether it is too long or merely does not say how long it is. */
function readUndeclared(request: Request, response: Response, limit: number): void {
  let read = 0
  request.on('data', (chunk: Buffer) => {
    read += chunk.length
    if (read > limit && !response.headersSent) turnAway(request, response, 413, tooLarge(limit))
  })
  request.on('end', () => {
    if (!response.headersSent) turnAway(request, response, 411, REFUSALS.length)
  })
  request.on('error', () => request.destroy())
}

/** A browser that is cut off in the middle of its sentence would not hear the answer: the rest runs into nothing for a moment. */
function turnAway(request: Request, response: Response, status: number, refusal: Refusal): void {
  noteSecurity('body', { outcome: 'refused', status, path: maskPath(request.path) })
  refuseMidway(request, response, status, refusal)
  const late = setTimeout(() => request.socket.destroy(), PATIENCE_MS)
  request.on('close', () => clearTimeout(late))
  request.on('end', () => response.end())
  if (request.complete) response.end()
  request.resume()
}
