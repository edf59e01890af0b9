import type { Level } from '#app/questionnaire/instrument.ts'
import type { PrivacyMode, RoundState } from '#app/rounds/round.ts'

/** An item as it was asked, and what this person answered, in words. */
export interface AnswerInWords {
  item: string
  answer: string
}

/** One person in one round. */
export interface PersonInRound {
  roundId: string
  title: string
  state: RoundState
  privacyMode: PrivacyMode
  taking: 'handed in' | 'started' | 'not started' | 'withdrawn'
  /** Whether they agreed to be named. Asked in open mode only. */
  agreedToBeNamed: boolean | null
  mails: string[]
  /** Null where the answers are not given here; `held` says why. */
  answers: AnswerInWords[] | null
  held: string | null
  /** Whether there is something of theirs that can be found, and so erased. */
  erasable: boolean
  /** Whether a report that rests on their answers is published. */
  published: boolean
}

/** What the server holds about one lead. */
export interface Person {
  name: string
  email: string
  level: Level
  department: string
  jobTitle: string
  leftOn: string | null
  clientName: string
  rounds: PersonInRound[]
}

const HELD = {
  unlinked:
    'This round is unlinked: once handed in, nobody can tell whose answers are whose, this server included. There is nothing that could be given or erased.',
  running:
    'The round is still open. The answers can be given once it is closed; the person sees them under their own link.',
  deleted: 'The answers of this round are deleted.',
  none: 'Nothing was handed in.',
}

/** Why answers are not given, in words; null where they are. */
export function heldWords(round: {
  state: RoundState
  privacyMode: PrivacyMode
  answersDeleted: boolean
  submitted: boolean
}): string | null {
  if (round.answersDeleted) return HELD.deleted
  if (!round.submitted) return HELD.none
  if (round.privacyMode === 'unlinked') return HELD.unlinked
  return round.state === 'open' ? HELD.running : null
}

/** What goes and what stays when this person's answers are erased from a round, in words. */
export function erasureWords({ title, published, privacyMode, state }: PersonInRound): string {
  if (published && privacyMode === 'open')
    return `“${title}”: the answers go. Published versions name this person and stay as they are: end their links and publish a new version.`
  if (published)
    return `“${title}”: the answers go. The published report stays as it is: made anew, it would give away what was erased, so it cannot be published again until enough other answers have changed.`
  if (state === 'open')
    return `“${title}”: what was answered so far goes, and so does what was handed in. Their link stays open.`
  return `“${title}”: the answers go, and no figure of the report counts them any more.`
}
