import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import questionnaireCss from '#app/answers/questionnaire.css?url'
import { readyLead } from '#app/answers/ready-lead.server.ts'
import { CodeView } from '#app/answers/resume/code-view.tsx'
import { codeStateOf, hidesAnswers, takeCodeStep } from '#app/answers/resume/take-code-step.server.ts'
import { titled } from '#app/answers/titled.ts'
import { fieldsOf } from '#app/http/fields-of.ts'
import { readForm } from '#app/http/read-form.server.ts'

export const handle = { shell: 'questionnaire' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: questionnaireCss }]
export const meta = titled('meta.code')

export async function loader({ context }: LoaderFunctionArgs) {
  const session = readyLead(context)
  if (!(await hidesAnswers(context.db, session))) throw redirect('/answer', 303)
  return codeStateOf(context.db, session, context.now())
}

export async function action({ context, request }: ActionFunctionArgs) {
  const session = readyLead(context)
  const { intent, code } = fieldsOf(await readForm(request), ['intent', 'code'])
  if (!(await hidesAnswers(context.db, session))) return redirect('/answer', 303)
  const around = { config: context.config, limits: context.limits, now: context.now() }
  const state = await takeCodeStep(context.db, session, { intent, typed: code }, around)
  if (state.kind === 'done') return redirect('/answer', 303)
  if (state.kind === 'wait')
    return data(state, { status: 429, headers: { 'Retry-After': String(state.minutes * 60) } })
  return state.kind === 'wrong' ? data(state, { status: 422 }) : redirect('/answer/code', 303)
}

export default function AnswerCodeRoute() {
  const state = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return <CodeView state={failed ?? state} typing={state.kind === 'asked' && state.delivery !== 'failed'} />
}
