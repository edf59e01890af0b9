import type { LoaderFunctionArgs } from '@remix-run/node'
import { consultantOf } from '#app/http/principal.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { noteExport } from '#app/session/audit.server.ts'
import { codebookCsv } from '#app/themes/codebook/codebook-files.ts'
import { loadCodebookFile } from '#app/themes/codebook/load-codebook-file.server.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { round, engagement } = await ownedRound(context, params.roundId)
  const consultantId = consultantOf(context).id
  const file = await loadCodebookFile(context.db, { roundId: round.id, consultantId })
  if (!file) throw new Response(null, { status: 404 })
  const what = `the codebook of “${round.title}”`
  await noteExport(context, request, { what, engagementId: engagement.id })
  return new Response(codebookCsv(file), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="codebook.csv"',
    },
  })
}
