import type { LoaderFunctionArgs } from '@remix-run/node'
import { consultantOf } from '#app/http/principal.server.ts'
import { codebookJson } from '#app/themes/codebook/codebook-files.ts'
import { loadCodebookFile } from '#app/themes/codebook/load-codebook-file.server.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const consultantId = consultantOf(context).id
  const file = await loadCodebookFile(context.db, { roundId: params.roundId ?? '', consultantId })
  if (!file) throw new Response(null, { status: 404 })
  return new Response(JSON.stringify(codebookJson(file), null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="codebook.json"',
    },
  })
}
