import type { ActionFunctionArgs } from '@remix-run/node'
import { autosaveSection } from '#app/answers/post-section.server.ts'
import { standingOf } from '#app/answers/standing.ts'
import { leadOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'

/** What the questionnaire's script sends while somebody types; the same form as the page itself, of the changed items only. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const session = leadOf(context)
  const standing = standingOf(session)
  if (standing === 'unconfirmed') return Response.json({ signedOut: true }, { status: 401 })
  if (standing !== 'ready') return Response.json({ closed: true }, { status: 410 })
  const result = await autosaveSection(context.db, session, params.sectionId ?? '', await readForm(request))
  if (!result) return Response.json(null, { status: 404 })
  if (result.refused) return Response.json({ closed: true }, { status: 410 })
  const { saved, errors, conflicts } = result
  return Response.json({ saved, errors, conflicts: conflicts.map(({ itemId }) => itemId) })
}
