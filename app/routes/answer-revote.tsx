import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import questionnaireCss from '#app/answers/questionnaire.css?url'
import { castVote } from '#app/answers/revote/cast-vote.server.ts'
import { loadVote, votingLead } from '#app/answers/revote/load-vote.server.ts'
import { VoteView } from '#app/answers/revote/vote-view.tsx'
import { titled } from '#app/answers/titled.ts'
import { readForm } from '#app/http/read-form.server.ts'

export const handle = { shell: 'questionnaire' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: questionnaireCss }]
export const meta = titled('meta.vote')

export async function loader({ context }: LoaderFunctionArgs) {
  const { session, revote } = await votingLead(context)
  return loadVote(context.db, session, revote)
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { session, revote } = await votingLead(context)
  const casting = await castVote(context.db, session, revote, await readForm(request))
  if (casting.kind === 'refused') return data({ gone: false, refused: casting }, { status: 422 })
  if (casting.kind === 'closed') return data({ gone: true, refused: undefined }, { status: 409 })
  return redirect('/answer/revote', 303)
}

export default function AnswerRevoteRoute() {
  const failed = useActionData<typeof action>()
  return (
    <VoteView page={useLoaderData<typeof loader>()} refused={failed?.refused} gone={failed?.gone ?? false} />
  )
}
