import type { LoaderFunctionArgs } from '@remix-run/node'
import { attachmentHeaders } from '#app/http/attachment.ts'
import { today } from '#app/http/context.server.ts'
import { log } from '#app/http/log.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { writeParcel } from '#app/report/parcel/write-parcel.server.ts'
import { ownedEngagement } from '#app/rounds/owned.server.ts'
import { noteExport } from '#app/session/audit.server.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  const bytes = await writeParcel(context.db, engagement, today(context))
  const consultant = consultantOf(context).id
  log.info({ exported: 'parcel.zip', engagement: engagement.id, consultant }, 'export')
  const what = 'the whole engagement as a parcel'
  await noteExport(context, request, { what, engagementId: engagement.id })
  const file = { fileName: `${engagement.clientName}.plumbline.zip`, type: 'application/zip' }
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: attachmentHeaders(file) })
}
