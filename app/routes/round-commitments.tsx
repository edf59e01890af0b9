import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { MOST_COMMITMENTS, readCommitments } from '#app/questionnaire/commitments.ts'
import { instrumentByKey } from '#app/questionnaire/own/workspace-catalogue.server.ts'
import { commitmentsToAsk } from '#app/redesign/commitments/commitments-to-ask.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import appCss from '#app/ui/app.css?url'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { findCommitments, saveCommitments } from '#db/commitments.ts'
import { loadPlan } from '#db/plan-entries.ts'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Commitments · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round, engagement } = await ownedRound(context, params.roundId)
  if (round.state !== 'draft') throw redirect(`/rounds/${round.id}`)
  const instrument = await instrumentByKey(context.db, round.instrumentKey)
  const asked = instrument?.commitments ?? false
  const saved = await findCommitments(context.db, round.id)
  // Nothing is asked until it is saved: what the plan holds is only offered.
  const offered =
    asked && saved.length === 0 ? commitmentsToAsk(await loadPlan(context.db, engagement.id)) : null
  return {
    signedIn: consultantOf(context).name,
    round: { id: round.id, title: round.title },
    asked,
    offered: offered && offered.asked.length > 0 ? { left: offered.left } : null,
    text: (offered?.asked ?? saved).join('\n'),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  const text = String((await readForm(request)).get('commitments') ?? '')
  const read = readCommitments(text)
  if (!read.ok) return data({ text, error: read.error }, 400)
  // Of a round that is open nothing is saved: what it asks is fixed, as its page says.
  await saveCommitments(context.db, round.id, read.commitments)
  return redirect(`/rounds/${round.id}`, 303)
}

export default function RoundCommitments() {
  const { signedIn, round, asked, offered, text } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const back = `/rounds/${round.id}`
  return (
    <Page
      title="Commitments"
      signedIn={signedIn}
      narrow
      trail={[{ label: round.title, href: back }]}
      lede="Leads are asked how far each has come: one item a commitment, at the end of the questionnaire."
    >
      {!asked && (
        <Notice tone="heed">
          <p>The questionnaire of this round does not ask about commitments. The pulse does.</p>
        </Notice>
      )}
      {offered && <Offered left={offered.left} />}
      <form method="post" className="form">
        <ErrorSummary errors={failed ? { commitments: failed.error } : {}} />
        <TextArea
          name="commitments"
          label="What was agreed after the last round"
          hint={`One a line, ${MOST_COMMITMENTS} at most, in the words that leads agreed to. Leave it empty to ask about none.`}
          className="lines"
          rows={8}
          defaultValue={failed?.text ?? text}
          error={failed?.error}
        />
        <div className="buttons">
          <Button look="main">Save</Button>
          <LinkButton look="quiet" href={back}>
            Cancel
          </LinkButton>
        </div>
      </form>
    </Page>
  )
}

function Offered({ left }: { left: number }) {
  return (
    <Notice title="From the plan">
      <p>
        {`These are the open decisions, and the work that was agreed to stop: did it? Change them as you like; nothing is asked until you save.${left > 0 ? ` ${left} more would not fit.` : ''}`}
      </p>
    </Notice>
  )
}
