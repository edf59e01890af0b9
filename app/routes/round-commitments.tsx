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
import { ownedRound } from '#app/rounds/owned.server.ts'
import appCss from '#app/ui/app.css?url'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { findCommitments, saveCommitments } from '#db/commitments.ts'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Commitments · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  if (round.state !== 'draft') throw redirect(`/rounds/${round.id}`)
  const instrument = await instrumentByKey(context.db, round.instrumentKey)
  return {
    signedIn: consultantOf(context).name,
    round: { id: round.id, title: round.title },
    asked: instrument?.commitments ?? false,
    text: (await findCommitments(context.db, round.id)).join('\n'),
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
  const { signedIn, round, asked, text } = useLoaderData<typeof loader>()
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
