import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { fieldsOf } from '#app/http/fields-of.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { postOverview } from '#app/themes/codebook/post-overview.server.ts'
import { ThemesOverview } from '#app/themes/codebook/themes-overview.tsx'
import { ownedCoding } from '#app/themes/owned-coding.server.ts'
import appCss from '#app/ui/app.css?url'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta: MetaFunction = () => [{ title: 'Themes · Plumbline' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { coding, consultant } = await ownedCoding(context, params.roundId)
  const { round, clientName, items, versions, state } = coding
  const sentHere = new URL(request.url).searchParams.has('lock')
  return { round, clientName, items, versions, state, sentHere, signedIn: consultant.name }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { coding, consultant } = await ownedCoding(context, params.roundId)
  const form = await readForm(request)
  const locking = { roundId: coding.round.id, coder: consultant.name, today: today(context) }
  const result = await postOverview(context.db, locking, form, context.config)
  if (!result.ok)
    return data({ error: result.error, reason: fieldsOf(form, ['reason']).reason }, { status: 400 })
  return redirect(`/rounds/${coding.round.id}/themes`, 303)
}

export default function Themes() {
  const refused = useActionData<typeof action>()
  return (
    <ThemesOverview
      {...useLoaderData<typeof loader>()}
      error={refused?.error ?? null}
      reason={refused?.reason ?? ''}
    />
  )
}
