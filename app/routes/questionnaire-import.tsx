import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { fieldsOf } from '#app/http/fields-of.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { readInstrumentFile } from '#app/questionnaire/files/read-file.ts'
import { ImportForm } from '#app/questionnaire/own/import-form.tsx'
import { importInstrument } from '#app/questionnaire/own/own-instruments.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Import a questionnaire · Plumbline' }]

/** More would come back as a page too long to read. */
const MOST_SHOWN_AGAIN = 200_000

export function loader({ context }: LoaderFunctionArgs) {
  return { signedIn: consultantOf(context).name }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { text, file } = fieldsOf(await readForm(request), ['text', 'file'])
  const given = file.trim() === '' ? text : file
  const shown = given.length > MOST_SHOWN_AGAIN ? '' : given
  const read = readInstrumentFile(given)
  if (!read.ok) return data({ text: shown, faults: read.faults, errors: [] as string[] }, 400)
  const by = { name: consultantOf(context).name, today: today(context) }
  const step = await importInstrument(context.db, read.instrument, by)
  if (!step.ok) return data({ text: shown, faults: [], errors: step.errors }, 400)
  await noteDown(context, `imported the questionnaire “${step.own.title}” (${step.own.name})`)
  return redirect(`/questionnaires/${step.own.id}`, 303)
}

export default function ImportQuestionnaire() {
  const { signedIn } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <Page
      title="Import a questionnaire"
      signedIn={signedIn}
      trail={[{ label: 'Questionnaires', href: '/questionnaires' }]}
      lede="A YAML or JSON file, as the export writes it. It becomes a draft; nothing is asked before you freeze it."
    >
      <ImportForm text={failed?.text ?? ''} faults={failed?.faults ?? []} errors={failed?.errors ?? []} />
    </Page>
  )
}
