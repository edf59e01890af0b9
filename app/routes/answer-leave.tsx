import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { endLeadSession } from '#app/answers/end-lead-session.server.ts'
import { goodbye } from '#app/answers/goodbye.server.ts'
import { LEAVE_REASONS, LeaveView } from '#app/answers/leave-view.tsx'
import questionnaireCss from '#app/answers/questionnaire.css?url'
import { titled } from '#app/answers/titled.ts'
import { MESSAGES } from '#app/answers/words.ts'

export const handle = { shell: 'questionnaire' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: questionnaireCss }]
export const meta = titled('meta.thanks')

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  return {
    reason: LEAVE_REASONS.find((reason) => searchParams.has(reason)) ?? 'finished',
    language: Object.keys(MESSAGES).find((tag) => tag === searchParams.get('language')) ?? 'en',
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const language = await endLeadSession(context.db, context.config, {
    cookies: request.headers.get('cookie') ?? undefined,
    now: context.now(),
  })
  return goodbye(context.config, 'finished', language)
}

export default function AnswerLeaveRoute() {
  return <LeaveView reason={useLoaderData<typeof loader>().reason} />
}
