import { type LinksFunction, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DoneView } from '#app/answers/done-view.tsx'
import questionnaireCss from '#app/answers/questionnaire.css?url'
import { readyLead } from '#app/answers/ready-lead.server.ts'
import { titled } from '#app/answers/titled.ts'

export const handle = { shell: 'questionnaire' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: questionnaireCss }]
export const meta = titled('meta.thanks')

export function loader({ context }: LoaderFunctionArgs) {
  const { submitted, clientName, consultantName } = readyLead(context)
  if (!submitted) throw redirect('/answer', 303)
  return { clientName, consultantName }
}

export default function AnswerDoneRoute() {
  return <DoneView page={useLoaderData<typeof loader>()} />
}
