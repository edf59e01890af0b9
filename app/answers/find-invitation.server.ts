import { hashToken } from '#app/http/tokens.server.ts'
import { sectionsFor } from '#app/questionnaire/items.ts'
import { languagesOf, localise, startingLanguage } from '#app/questionnaire/languages.ts'
import { findParticipationByToken } from '#db/participations.ts'
import type { Db } from '#db/schema.ts'
import type { Invitation } from './invitation.ts'
import { smallestVote } from './revote/revote.ts'
import { voteFor } from './revote/vote-for.server.ts'
import { promiseIn, wordsIn } from './words.ts'

/**
 * What a personal link leads to, or null where it leads nowhere. Reads only: mail scanners follow links too. It speaks the
 * language that is asked for, or the one chosen before, or else the dearest of the browser's that the questionnaire has.
 */
export async function findInvitation(
  db: Db,
  token: string,
  wishes: { asked?: string | null; browser?: readonly string[] } = {},
): Promise<Invitation | null> {
  const found = await findParticipationByToken(db, hashToken(token))
  if (!found) return null
  const { round, lead, clientName, consultantName } = found
  const languages = round.instrument ? languagesOf(round.instrument) : []
  const wished = [wishes.asked, found.language].filter((wish) => typeof wish === 'string')
  const language = startingLanguage(languages, [...wished, ...(wishes.browser ?? [])])
  if (round.state !== 'open') {
    const isVote = (await voteFor(db, { round })) !== null
    if (isVote) return { kind: 'vote', clientName, smallest: smallestVote(round), language }
    return { kind: 'closed', clientName, closedOn: round.closedOn, language }
  }
  if (!round.instrument) throw new Error(`round ${round.id} is open without an instrument`)
  const instrument = localise(round.instrument, language)
  return {
    kind: 'open',
    clientName,
    consultantName,
    purpose: instrument.purpose,
    minutes: instrument.minutes,
    sectionCount: sectionsFor(instrument, lead.level).length,
    privacyMode: round.privacyMode,
    promise: promiseIn(wordsIn(language), round, consultantName, language),
    language,
    languages,
  }
}
