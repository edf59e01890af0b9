import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goodbye } from '#app/answers/goodbye.server.ts'
import handInOnceScript from '#app/answers/hand-in-once.browser.js?url'
import { loadReview } from '#app/answers/load-review.server.ts'
import questionnaireCss from '#app/answers/questionnaire.css?url'
import { readyLead } from '#app/answers/ready-lead.server.ts'
import { ReviewView } from '#app/answers/review-view.tsx'
import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import { submitAnswers } from '#app/answers/submit-answers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'

export const handle = { shell: 'questionnaire' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: questionnaireCss }]
export const meta = () => [{ title: 'Review and hand in' }]

const UNDERSTOOD = 'Please tick that you cannot change your answers afterwards'
const EMPTY = 'There is nothing to hand in yet: please answer at least one item'

export function loader({ context }: LoaderFunctionArgs) {
  return loadReview(context.db, readyLead(context))
}

export async function action({ context, request }: ActionFunctionArgs) {
  const session = readyLead(context)
  const form = await readForm(request)
  const final = session.round.privacyMode === 'unlinked'
  if (final && form.get('final') !== 'yes') return data({ error: UNDERSTOOD }, { status: 422 })
  const outcome = await submitAnswers(
    context.db,
    session,
    await instrumentOfRound(context.db, session.round.id),
  )
  if (outcome === 'empty') return data({ error: EMPTY }, { status: 422 })
  if (outcome === 'closed') return redirect('/answer', 303)
  return final ? goodbye(context.config, 'handed-in') : redirect('/answer/done', 303)
}

export default function AnswerReviewRoute() {
  return (
    <>
      <ReviewView page={useLoaderData<typeof loader>()} error={useActionData<typeof action>()?.error} />
      <script src={handInOnceScript} defer />
    </>
  )
}
