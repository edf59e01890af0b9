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
import { titled } from '#app/answers/titled.ts'
import { readCookie, sessionCookie } from '#app/http/cookies.server.ts'
import { noSuchLink } from '#app/http/no-such-link.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { hashToken } from '#app/http/tokens.server.ts'
import { wishedLanguages } from '#app/questionnaire/languages.ts'
import { findBrandOfLink } from '#db/brands.ts'

export const handle = { shell: 'questionnaire' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: questionnaireCss }]
export const meta = titled('meta.invitation')

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const invitation = await findInvitation(context.db, params.token ?? '', {
    asked: new URL(request.url).searchParams.get('language'),
    browser: wishedLanguages(request.headers.get('accept-language')),
  })
  if (!invitation) throw noSuchLink(context)
  const brand = await findBrandOfLink(context.db, hashToken(params.token ?? ''))
  return { invitation, brand, language: invitation.language }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const language = String((await readForm(request)).get('language') ?? '')
  const { db, config } = context
  const token = await startAnswering(db, params.token ?? '', context.now(), {
    language,
    codes: config.mail !== null,
    formerToken: readCookie(config, 'lead', request.headers.get('cookie') ?? undefined),
  })
  if (!token) throw noSuchLink(context)
  const cookie = sessionCookie(config, 'lead', token)
  return redirect('/answer', { status: 303, headers: { 'Set-Cookie': cookie } })
}

export default function InvitationRoute() {
  return <InvitationView invitation={useLoaderData<typeof loader>().invitation} />
}
