import type { LoaderFunctionArgs } from '@remix-run/node'
import { log } from '#app/http/log.server.ts'
import { draftQuery } from '#app/report/draft-query.server.ts'
import { exportFile } from '#app/report/exports/export-file.server.ts'
import { fileResponse } from '#app/report/exports/file-response.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { noteExport } from '#app/session/audit.server.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { round, engagement } = await ownedRound(context, params.roundId)
  const query = draftQuery(context, params.roundId)
  const response = fileResponse(await exportFile(context.db, query, params.file ?? ''))
  log.info({ exported: params.file, round: query.roundId, consultant: query.consultant.id }, 'export')
  const what = `${params.file} of “${round.title}”`
  await noteExport(context, request, { what, engagementId: engagement.id })
  return response
}
