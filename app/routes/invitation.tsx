import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findInvitation } from '#app/answers/find-invitation.server.ts'
import { InvitationView } from '#app/answers/invitation-view.tsx'
import questionnaireCss from '#app/answers/questionnaire.css?url'
import { startAnswering } from '#app/answers/start-answering.server.ts'
import { sessionCookie } from '#app/http/cookies.server.ts'

export const handle = { shell: 'questionnaire' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: questionnaireCss }]
export const meta = () => [{ title: 'A few minutes of your view' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const invitation = await findInvitation(context.db, params.token ?? '')
  if (!invitation) throw new Response(null, { status: 404 })
  return invitation
}

export async function action({ context, params }: ActionFunctionArgs) {
  const token = await startAnswering(context.db, params.token ?? '', context.now())
  if (!token) throw new Response(null, { status: 404 })
  const cookie = sessionCookie(context.config, 'lead', token)
  return redirect('/answer', { status: 303, headers: { 'Set-Cookie': cookie } })
}

export default function InvitationRoute() {
  return <InvitationView invitation={useLoaderData<typeof loader>()} />
}
