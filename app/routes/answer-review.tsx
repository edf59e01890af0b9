import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goodbye, lastPage } from '#app/answers/goodbye.server.ts'
import handInOnceScript from '#app/answers/hand-in-once.browser.js?url'
import { spokenTo } from '#app/answers/lead-language.server.ts'
import { loadReview } from '#app/answers/load-review.server.ts'
import questionnaireCss from '#app/answers/questionnaire.css?url'
import { readyLead } from '#app/answers/ready-lead.server.ts'
import { ReviewView } from '#app/answers/review-view.tsx'
import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import { submitAnswers } from '#app/answers/submit-answers.server.ts'
import { titled } from '#app/answers/titled.ts'
import { forgetFarewell, rememberFarewell } from '#app/http/handed-in.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { encodeSoon } from '#app/themes/encode-round.server.ts'

export const handle = { shell: 'questionnaire' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: questionnaireCss }]
export const meta = titled('meta.review')

export function loader({ context }: LoaderFunctionArgs) {
  return loadReview(context.db, readyLead(context))
}

export async function action({ context, request }: ActionFunctionArgs) {
  const session = readyLead(context)
  const form = await readForm(request)
  const { say, language } = await spokenTo(context.db, session)
  const final = session.round.privacyMode === 'unlinked'
  if (final && form.get('final') !== 'yes')
    return data({ error: say('review.final-needed') }, { status: 422 })
  // Before the session ends: whoever presses twice may be asked for it again in the same moment.
  if (final) rememberFarewell(session.sessionHash, lastPage('handed-in', language), context.now())
  const outcome = await submitAnswers(
    context.db,
    session,
    await instrumentOfRound(context.db, session.round.id),
  )
  if (outcome === 'empty' || outcome === 'closed') forgetFarewell(session.sessionHash)
  if (outcome === 'empty') return data({ error: say('review.empty-error') }, { status: 422 })
  if (outcome === 'closed') return redirect('/answer', 303)
  if (outcome === 'submitted') encodeSoon(context.db, session.round.id)
  return final ? goodbye(context.config, 'handed-in', language) : redirect('/answer/done', 303)
}

export default function AnswerReviewRoute() {
  return (
    <>
      <ReviewView page={useLoaderData<typeof loader>()} error={useActionData<typeof action>()?.error} />
      <script src={handInOnceScript} defer />
    </>
  )
}
