import type { LoaderFunctionArgs } from '@remix-run/node'
import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import { findItem } from '#app/questionnaire/items.ts'
import { countWords, roundToVoteOn } from '#app/report/debrief/revote/load-revotes.server.ts'
import { findOpenRevote, listVoters } from '#db/revotes.ts'

/** How many have voted so far, as the room may know it; null while no vote is open. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { round } = await roundToVoteOn(context, params.roundId)
  const open = await findOpenRevote(context.db, round.id)
  if (!open) return Response.json({ voted: null })
  const item = findItem(await instrumentOfRound(context.db, round.id), open.itemId)
  const voters = await listVoters(context.db, { revoteId: open.id, roundId: round.id })
  return Response.json({ voted: countWords(voters, item, round) })
}
