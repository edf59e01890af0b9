import type { Answers } from '#app/answers/answer.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { Parcel } from './parcel-format.ts'

/** What contradicts itself in a parcel whose every part is well formed, in words; null where nothing does. */
export function parcelFault(parcel: Parcel): string | null {
  const rounds = new Map(parcel.rounds.map((round) => [round.id, round]))
  const places = new Set(parcel.participations.map(({ id }) => id))
  const leads = new Set(parcel.leads.map(({ id }) => id))
  const all = Object.values(parcel).flat() as { roundId?: string }[]
  if (all.some(({ roundId }) => roundId !== undefined && !rounds.has(roundId)))
    return 'It speaks of a round that is not in it.'
  if (parcel.participations.some(({ leadId }) => !leads.has(leadId)))
    return 'It speaks of a lead who is not in it.'
  if ([...parcel.submissions, ...parcel.mails].some(({ participationId }) => !places.has(participationId)))
    return 'It speaks of a place in a round that is not in it.'
  if (parcel.rounds.some((round) => round.state !== 'draft' && (!round.instrument || !round.openedOn)))
    return 'A round in it was opened without a questionnaire.'
  // Leads would be promised by name what holds for somebody else.
  if (parcel.rounds.some(({ state }) => state === 'open'))
    return 'A round in it is open; rounds travel once they are closed.'
  for (const { roundId, answers } of parcel.submissions) {
    const round = rounds.get(roundId)
    if (round?.privacyMode === 'unlinked') return 'It holds answers of an unlinked round, which never travel.'
    if (!round?.instrument || !fits(round.instrument, answers))
      return 'It holds an answer that does not belong to its questionnaire.'
  }
  return null
}

function fits(instrument: Instrument, answers: Answers): boolean {
  const kinds = new Map(itemsOf(instrument).map(({ id, kind }) => [id, kind]))
  return Object.entries(answers).every(
    ([itemId, answer]) =>
      kinds.has(itemId) && (answer.state !== 'answered' || answer.value.kind === kinds.get(itemId)),
  )
}
