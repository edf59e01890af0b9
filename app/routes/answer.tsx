import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmLead } from '#app/answers/confirm-lead.server.ts'
import { ConfirmView } from '#app/answers/confirm-view.tsx'
import { HandedInView } from '#app/answers/done-view.tsx'
import { goodbye } from '#app/answers/goodbye.server.ts'
import { ClosedView } from '#app/answers/invitation-view.tsx'
import { chooseLanguage, spokenTo } from '#app/answers/lead-language.server.ts'
import { loadEntrance } from '#app/answers/load-entrance.server.ts'
import { OverviewView } from '#app/answers/overview-view.tsx'
import questionnaireCss from '#app/answers/questionnaire.css?url'
import { hidesAnswers } from '#app/answers/resume/take-code-step.server.ts'
import { titled } from '#app/answers/titled.ts'
import { leadOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'

export const handle = { shell: 'questionnaire' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: questionnaireCss }]
export const meta = titled('meta.answers')

export async function loader({ context }: LoaderFunctionArgs) {
  const entrance = await loadEntrance(context.db, leadOf(context))
  if (entrance.kind === 'vote') throw redirect('/answer/revote', 303)
  return entrance
}

export async function action({ context, request }: ActionFunctionArgs) {
  const session = leadOf(context)
  const form = await readForm(request)
  if (form.has('language')) {
    await chooseLanguage(context.db, session, String(form.get('language')))
    return redirect('/answer', 303)
  }
  const { say, language } = await spokenTo(context.db, session)
  const confirmation = await confirmLead(context.db, session, form, say)
  if (confirmation.kind === 'not-me') return goodbye(context.config, 'not-me', language)
  if (confirmation.kind === 'confirmed')
    return redirect((await hidesAnswers(context.db, session)) ? '/answer/code' : '/answer', 303)
  return data({ error: confirmation.error }, { status: 422 })
}

export default function AnswerRoute() {
  const entrance = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  switch (entrance.kind) {
    case 'closed':
      return <ClosedView {...entrance} />
    case 'handed-in':
      return <HandedInView page={entrance.page} />
    case 'unconfirmed':
      return <ConfirmView page={entrance.page} error={failed?.error} />
    case 'ready':
      return <OverviewView page={entrance.page} />
  }
}
