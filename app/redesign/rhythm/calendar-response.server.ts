import { attachmentHeaders } from '#app/http/attachment.ts'

/** A calendar file as a download. */
export function calendarResponse(file: string, name: string): Response {
  return new Response(file, {
    headers: attachmentHeaders({ fileName: `${name}.ics`, type: 'text/calendar; charset=utf-8' }),
  })
}
