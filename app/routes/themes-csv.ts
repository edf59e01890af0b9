import type { LoaderFunctionArgs } from '@remix-run/node'
import { consultantOf } from '#app/http/principal.server.ts'
import { codebookCsv } from '#app/themes/codebook/codebook-files.ts'
import { loadCodebookFile } from '#app/themes/codebook/load-codebook-file.server.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const consultantId = consultantOf(context).id
  const file = await loadCodebookFile(context.db, { roundId: params.roundId ?? '', consultantId })
  if (!file) throw new Response(null, { status: 404 })
  return new Response(codebookCsv(file), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="codebook.csv"',
    },
  })
}
