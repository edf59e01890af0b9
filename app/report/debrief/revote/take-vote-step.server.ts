import { randomUUID } from 'node:crypto'
import type { RequestContext } from '#app/http/context.server.ts'
import { today } from '#app/http/context.server.ts'
import { findingsOf } from '#app/redesign/plan/load-findings.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import { closeRevote, deleteRevote, openRevote } from '#db/revotes.ts'
import { itemsToAsk, loadRevotes, roundToVoteOn } from './load-revotes.server.ts'

type Asking = Pick<RequestContext, 'db' | 'principal' | 'now'>
type Step = { ok: true } | { ok: false; status: 400 | 409; error: string }

const REFUSALS = {
  busy: 'Another vote is open. Close it first.',
  asked:
    'This item was voted on before. A second vote beside the first would tell what the few people said who take part in one of them only.',
}

/** Opens a vote, closes it, or throws one away that showed nothing. */
export async function takeVoteStep(context: Asking, id: string | undefined, form: FormData): Promise<Step> {
  const { round } = await roundToVoteOn(context, id)
  const revoteId = String(form.get('vote') ?? '')
  const note = (words: string) => noteDown(context, `${words} “${round.title}”`, round.engagementId)
  switch (form.get('intent')) {
    case 'open-vote': {
      const step = await openVote(context, id, String(form.get('item') ?? ''))
      if (step.ok) await note('opened a vote in the room on')
      return step
    }
    case 'close-vote': {
      const closed = await closeRevote(context.db, {
        id: revoteId,
        roundId: round.id,
        closedOn: today(context),
      })
      if (closed) await note('closed the vote in the room on')
      return closed ? { ok: true } : { ok: false, status: 409, error: 'This vote is not open any more.' }
    }
    case 'drop-vote': {
      const step = await dropVote(context, id, revoteId)
      if (step.ok) await note('threw away a vote of too few people on')
      return step
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

async function openVote(context: Asking, id: string | undefined, itemId: string): Promise<Step> {
  const { round, engagement } = await roundToVoteOn(context, id)
  const items = itemsToAsk(await findingsOf(context.db, engagement, round))
  if (!items.some((item) => item.id === itemId))
    return { ok: false, status: 400, error: 'Please choose the item to ask again.' }
  const opened = await openRevote(context.db, {
    id: randomUUID(),
    roundId: round.id,
    itemId,
    openedOn: today(context),
  })
  return opened === 'opened' ? { ok: true } : { ok: false, status: 409, error: REFUSALS[opened] }
}

/** Only what nobody has seen: a vote whose result was shown stays the only one on its item. */
async function dropVote(context: Asking, id: string | undefined, revoteId: string): Promise<Step> {
  const { roundId, closed } = await loadRevotes(context, id)
  const vote = closed.find((one) => one.id === revoteId)
  if (!vote?.isEmpty)
    return { ok: false, status: 409, error: 'Only a vote that showed nothing can be thrown away.' }
  await deleteRevote(context.db, { id: revoteId, roundId })
  return { ok: true }
}
