import type { LoaderFunctionArgs } from '@remix-run/node'
import { attachmentHeaders } from '#app/http/attachment.ts'
import { today } from '#app/http/context.server.ts'
import { log } from '#app/http/log.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { writeParcel } from '#app/report/parcel/write-parcel.server.ts'
import { ownedEngagement } from '#app/rounds/owned.server.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const engagement = await ownedEngagement(context, params.engagementId)
  const bytes = await writeParcel(context.db, engagement, today(context))
  const consultant = consultantOf(context).id
  log.info({ exported: 'parcel.zip', engagement: engagement.id, consultant }, 'export')
  const file = { fileName: `${engagement.clientName}.plumbline.zip`, type: 'application/zip' }
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: attachmentHeaders(file) })
}
