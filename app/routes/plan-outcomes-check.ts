import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { readForm } from '#app/http/read-form.server.ts'
import { checkKeyResult } from '#app/redesign/outcomes/check-key-result.ts'
import { ownedEngagement } from '#app/rounds/owned.server.ts'

/** What the form's script asks while a key result is typed. Nothing is stored. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  await ownedEngagement(context, params.engagementId)
  const wording = String((await readForm(request)).get('wording') ?? '').slice(0, 240)
  const { kind, why, prompt, refusal } = checkKeyResult(wording)
  return Response.json({ words: refusal ?? (kind === 'outcome' ? why : `${why} ${prompt}`) })
}

/** Whoever opens the address is led to the page that asks it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { id } = await ownedEngagement(context, params.engagementId)
  return redirect(`/engagements/${id}/plan/outcomes`)
}
