import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { findQuestionnaire, loadQuestionnaires } from '#app/questionnaire/own/load-questionnaire.server.ts'
import { copyInstrument } from '#app/questionnaire/own/own-instruments.server.ts'
import { QuestionnaireList } from '#app/questionnaire/own/questionnaire-list.tsx'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Questionnaires · Plumbline' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return { signedIn: consultantOf(context).name, lists: await loadQuestionnaires(context.db) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request)
  if (form.get('intent') !== 'copy') throw new Response(null, { status: 400 })
  const { instrument } = await findQuestionnaire(context.db, String(form.get('from') ?? ''))
  const by = { name: consultantOf(context).name, today: today(context) }
  const step = await copyInstrument(context.db, instrument, by)
  if (!step.ok) throw new Response(null, { status: 409 })
  await noteDown(context, `made the questionnaire “${step.own.title}” (${step.own.name})`)
  return redirect(`/questionnaires/${step.own.id}`, 303)
}

export default function Questionnaires() {
  const { signedIn, lists } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Questionnaires"
      signedIn={signedIn}
      trail={[{ label: 'Engagements', href: '/engagements' }]}
      lede="What leads can be asked. A round keeps the questionnaire as it was when the round opened."
      actions={<LinkButton href="/questionnaires/import">Import a file</LinkButton>}
    >
      <QuestionnaireList {...lists} />
    </Page>
  )
}
