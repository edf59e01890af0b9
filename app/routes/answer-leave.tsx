import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { endLeadSession } from '#app/answers/end-lead-session.server.ts'
import { goodbye } from '#app/answers/goodbye.server.ts'
import { LEAVE_REASONS, LeaveView } from '#app/answers/leave-view.tsx'
import questionnaireCss from '#app/answers/questionnaire.css?url'

export const handle = { shell: 'questionnaire' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: questionnaireCss }]
export const meta = () => [{ title: 'Thank you' }]

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  return LEAVE_REASONS.find((reason) => searchParams.has(reason)) ?? 'finished'
}

export async function action({ context, request }: ActionFunctionArgs) {
  await endLeadSession(context.db, context.config, request.headers.get('cookie') ?? undefined)
  return goodbye(context.config, 'finished')
}

export default function AnswerLeaveRoute() {
  return <LeaveView reason={useLoaderData<typeof loader>()} />
}
