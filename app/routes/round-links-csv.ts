import type { LoaderFunctionArgs } from '@remix-run/node'
import { listLinks } from '#app/rounds/list-links.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { linksCsv } from '#app/rounds/personal-link.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  if (round.state !== 'open') throw new Response(null, { status: 404 })
  const links = await listLinks(context.db, round, context.config, context.now())
  return new Response(linksCsv(links), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="personal-links.csv"',
    },
  })
}
