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
import { previewTexts } from '#app/rounds/mail/preview-texts.server.ts'
import { roundMailOf } from '#app/rounds/mail/queue-mail.server.ts'
import { saveTexts } from '#app/rounds/mail/save-mail.server.ts'
import { TextsForm } from '#app/rounds/mail/texts-form.tsx'
import { readTexts, textsErrors } from '#app/rounds/mail/typed-texts.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import appCss from '#app/ui/app.css?url'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Mail texts · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  const { texts } = await roundMailOf(context.db, round.id)
  return { signedIn: consultantOf(context).name, round: { id: round.id, title: round.title }, texts }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { round, engagement } = await ownedRound(context, params.roundId)
  const form = await readForm(request)
  const texts = readTexts(form)
  const errors = textsErrors(texts)
  if (Object.keys(errors).length > 0) return data({ texts, errors, preview: null }, 400)
  if (form.get('intent') === 'preview') {
    const asked = { round, engagement, consultant: consultantOf(context) }
    return data({ texts, errors, preview: await previewTexts(context.db, asked, texts, context.config) })
  }
  await saveTexts(context.db, round.id, texts)
  return redirect(round.state === 'open' ? `/rounds/${round.id}/mail` : `/rounds/${round.id}`, 303)
}

export default function RoundMailTexts() {
  const { signedIn, round, texts } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const faults = Object.entries(answer?.errors ?? {}).flatMap(([name, errors]) =>
    Object.entries(errors ?? {}).map(([field, words]) => [`${name}.${field}`, words] as const),
  )
  return (
    <Page
      title="Mail texts"
      signedIn={signedIn}
      trail={[{ label: round.title, href: `/rounds/${round.id}` }]}
      lede="What leads read before they read the questionnaire. Mails that are queued already keep the words they were queued with."
    >
      <ErrorSummary errors={Object.fromEntries(faults)} />
      <TextsForm
        texts={answer?.texts ?? texts}
        errors={answer?.errors ?? {}}
        preview={answer?.preview ?? null}
      />
    </Page>
  )
}
