import type { LoaderFunctionArgs } from '@remix-run/node'
import { draftQuery } from '#app/report/draft-query.server.ts'
import { fileResponse } from '#app/report/exports/file-response.server.ts'
import { figureFile } from '#app/report/exports/load-exports.server.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  return fileResponse(await figureFile(context.db, draftQuery(context, params.roundId), params.file ?? ''))
}
