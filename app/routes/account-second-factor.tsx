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
import {
  FactorBegin,
  FactorSetUp,
  FactorStays,
  FactorTurnOff,
  RecoveryCodes,
} from '#app/session/factor-forms.tsx'
import { factorStep } from '#app/session/factor-page.server.ts'
import { hasSecondFactor } from '#app/session/second-factor.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'
import { demandsSecondFactor } from '#db/workspace.ts'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Second factor · Plumbline' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const { id, name } = consultantOf(context)
  return {
    signedIn: name,
    inUse: await hasSecondFactor(context.db, id),
    demanded: await demandsSecondFactor(context.db),
  }
}

/** Answers with the page itself: the key and the recovery codes are shown this once and stand at no address. */
export async function action({ context, request }: ActionFunctionArgs) {
  const step = await factorStep(context, await readForm(request))
  if (step.kind === 'off') return redirect('/account', 303)
  if (step.kind === 'refused') return data({ error: step.error, codes: null, offered: null }, 400)
  if (step.kind === 'on') return data({ error: null, codes: step.codes, offered: null })
  return data({ error: null, codes: null, offered: step.offered })
}

export default function AccountSecondFactor() {
  const { signedIn, inUse, demanded } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const error = answer?.error ?? undefined
  return (
    <Page
      title="Second factor"
      signedIn={signedIn}
      trail={[{ label: 'Your account', href: '/account' }]}
      narrow
    >
      {answer?.codes && <RecoveryCodes codes={answer.codes} />}
      {answer?.offered && <FactorSetUp offered={answer.offered} />}
      {!answer?.codes && !answer?.offered && <FactorState inUse={inUse} demanded={demanded} error={error} />}
    </Page>
  )
}

function FactorState({
  inUse,
  demanded,
  error,
}: {
  inUse: boolean
  demanded: boolean
  error: string | undefined
}) {
  if (!inUse) return <FactorBegin demanded={demanded} error={error} />
  return demanded ? <FactorStays /> : <FactorTurnOff error={error} />
}
