import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { log } from './http/log.server.ts'

export { backUp, linkForPassword, restore } from './http/operate.server.ts'
export { serve } from './http/serve.server.ts'

/** A page is rendered whole and compressed once: there is nothing in it to wait for, and streams cost more. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
) {
  if (request.signal.aborted) return new Response(null, { status: 400 })
  const html = `<!DOCTYPE html>${renderToString(<RemixServer context={context} url={request.url} />)}`
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Vary', 'Accept-Encoding')
  if (status === 503) headers.set('Retry-After', '2')
  const [encoding, body] = compressed(html, request.headers.get('accept-encoding') ?? '')
  if (encoding) headers.set('Content-Encoding', encoding)
  return new Response(body, { status, headers })
}

/** By the best that the browser takes. Streams that compress would pile up in memory faster than it is given back. */
function compressed(html: string, taken: string): [encoding: string, body: BodyInit] {
  if (taken.includes('br'))
    return ['br', brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })]
  return taken.includes('gzip') ? ['gzip', gzipSync(html)] : ['', html]
}

export function handleError(error: unknown, { request }: { request: Request }) {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  log.error({ fault: error instanceof Error ? error.stack : String(error) }, 'route failed')
}
