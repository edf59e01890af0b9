import { brotliCompressSync, constants } from 'node:zlib'
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
  const answer = { status, headers }
  if (!request.headers.get('accept-encoding')?.includes('br')) return new Response(html, answer)
  headers.set('Content-Encoding', 'br')
  return new Response(brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }), answer)
}

export function handleError(error: unknown, { request }: { request: Request }) {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  log.error({ fault: error instanceof Error ? error.stack : String(error) }, 'route failed')
}
