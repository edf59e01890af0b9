import type { Instrument } from '#app/questionnaire/instrument.ts'
import { languagesOf, localise } from '#app/questionnaire/languages.ts'
import type { LeadSession } from '#db/lead-sessions.ts'
import { setLanguage } from '#db/participations.ts'
import type { Db } from '#db/schema.ts'
import { instrumentOfRound } from './round-instrument.server.ts'
import { type Say, wordsIn } from './words.ts'

type Asked = Pick<LeadSession, 'language'> & { round: Pick<LeadSession['round'], 'id'> }

export interface Spoken {
  /** As the lead reads it. Ids are the same in every language, so answers are, too. */
  instrument: Instrument
  language: string
  say: Say
}

const spokenBefore = new WeakMap<Instrument, Map<string, Spoken>>()

/** The questionnaire of a lead in the language that they have chosen, or in its own. */
export async function spokenTo(db: Db, { language, round }: Asked): Promise<Spoken> {
  const instrument = await instrumentOfRound(db, round.id)
  const known = spokenBefore.get(instrument) ?? new Map<string, Spoken>()
  spokenBefore.set(instrument, known)
  const wish = language ?? instrument.language
  const spoken = known.get(wish) ?? speak(instrument, wish)
  if (languagesOf(instrument).includes(wish)) known.set(wish, spoken)
  return spoken
}

/** Remembers the language that a lead asks for. False where the questionnaire does not have it. */
export async function chooseLanguage(db: Db, session: LeadSession, language: string): Promise<boolean> {
  const offered = languagesOf(await instrumentOfRound(db, session.round.id))
  if (!offered.includes(language)) return false
  await setLanguage(db, session.participationId, language)
  return true
}

function speak(instrument: Instrument, wish: string): Spoken {
  const language = languagesOf(instrument).includes(wish) ? wish : instrument.language
  return { instrument: localise(instrument, language), language, say: wordsIn(language) }
}
