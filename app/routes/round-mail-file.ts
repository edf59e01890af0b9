import type { LoaderFunctionArgs } from '@remix-run/node'
import { invitationFile } from '#app/rounds/mail/invitation-file.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'

/** One invitation as a file that a mail program opens and sends. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  const file =
    round.state === 'open'
      ? await invitationFile(context.db, round, params.participationId ?? '', context.config)
      : null
  if (!file) throw new Response(null, { status: 404 })
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': 'message/rfc822',
      'Content-Disposition': 'attachment; filename="invitation.eml"',
    },
  })
}
