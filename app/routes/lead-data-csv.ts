import type { LoaderFunctionArgs } from '@remix-run/node'
import { attachmentHeaders } from '#app/http/attachment.ts'
import { log } from '#app/http/log.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { loadPerson } from '#app/report/person/load-person.server.ts'
import { personCsv } from '#app/report/person/person-file.server.ts'
import { ownedLead } from '#app/rounds/owned.server.ts'
import { noteExport } from '#app/session/audit.server.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { engagement, lead } = await ownedLead(context, params)
  const person = await loadPerson(context.db, engagement, lead)
  log.info({ exported: 'data.csv', lead: lead.id, consultant: consultantOf(context).id }, 'export')
  const what = `what is held of ${lead.name}`
  await noteExport(context, request, { what, engagementId: engagement.id })
  const file = { fileName: `${lead.name}.csv`, type: 'text/csv; charset=utf-8' }
  return new Response(personCsv(person), { headers: attachmentHeaders(file) })
}
