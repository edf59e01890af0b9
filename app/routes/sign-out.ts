import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { clearCookie } from '#app/http/cookies.server.ts'
import { noteAtDoor } from '#app/http/security-log.server.ts'
import { endSession } from '#app/session/end-session.server.ts'

/** Following a link must not sign anybody out: only the button in the header does. */
export function loader() {
  return redirect('/engagements')
}

export async function action({ context }: ActionFunctionArgs) {
  if (context.principal.kind === 'consultant') await endSession(context.db, context.principal.sessionHash)
  noteAtDoor(context, 'sessions-ended', { outcome: 'done', by: 'sign-out' })
  return redirect('/sign-in', {
    status: 303,
    headers: { 'Set-Cookie': clearCookie(context.config, 'consultant'), 'Clear-Site-Data': '"cache"' },
  })
}
