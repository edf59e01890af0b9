import { attachmentHeaders } from '#app/http/attachment.ts'
import type { ExportedFile } from './export-file.server.ts'

/** A file as a download; what is not there is a 404, as everywhere. */
export function fileResponse(file: ExportedFile | null): Response {
  if (!file) throw new Response(null, { status: 404 })
  const body = typeof file.body === 'string' ? file.body : (file.body as Uint8Array<ArrayBuffer>)
  return new Response(body, { headers: attachmentHeaders(file) })
}
