import { askedInBoth } from './alike.ts'
import { type Conflict, type ConflictKind, type ForumEntry, quoted } from './conflict.ts'
import { type OwnerState, ownerState } from './fixed-owner.ts'
import { CADENCES, type Cadence } from './forum.ts'
import { RHYTHM_LIMITS, templateOf } from './forum-templates.ts'
import { isWeekend } from './schedule.ts'
import { lengthWords, weekdayName } from './schedule-words.ts'

const OWNER_WORDS: Record<OwnerState, string> = {
  fixed: '',
  missing: 'has no owner.',
  nobody: 'names nobody in particular as its owner.',
  rotating: 'has an owner who changes. Nobody is fixed to hold it to its purpose.',
  several: 'has more than one owner. Name one; the others are members.',
}

/** Questions of another cadence in an agenda: one may be chance, two are a second job. */
const A_SECOND_JOB = 2

/** What is wrong with a forum, looked at alone. `known` are the names of people and roles of the engagement. */
export function faultsOf({ id, content }: ForumEntry, known: readonly string[]): Conflict[] {
  const { name, purpose, decides, agenda, minutes, cadence, startsOn } = content
  const { most } = templateOf(cadence)
  const { questions } = RHYTHM_LIMITS
  const second = secondJob(agenda, cadence)
  const faults: Partial<Record<ConflictKind, string | false>> = {
    'no-purpose': purpose === '' && 'has no purpose.',
    'no-owner': OWNER_WORDS[ownerState(content.owner, known)],
    'no-decision-rights': decides === '' && 'does not say what it may decide.',
    'two-jobs': second && `does two jobs: it asks the questions of a ${second} forum as well.`,
    'too-many-questions':
      agenda.length > questions.most && `asks ${agenda.length} questions. ${questions.reason}`,
    'too-long':
      minutes > most.minutes &&
      `takes ${lengthWords(minutes)}. A ${cadence} forum needs ${lengthWords(most.minutes)} at most: ${most.reason}.`,
    weekend: startsOn !== '' && isWeekend(startsOn) && `falls on a ${weekdayName(startsOn)}.`,
  }
  return Object.entries(faults).flatMap(([kind, words]) =>
    words ? [{ kind: kind as ConflictKind, words: `${quoted(name)} ${words}`, forums: [id] }] : [],
  )
}

/** The cadence whose questions a forum asks beside its own. */
function secondJob(agenda: readonly string[], own: Cadence): Cadence | false {
  const foreign = agenda.filter((question) => askedInBoth([question], templateOf(own).agenda).length === 0)
  const others = CADENCES.filter((cadence) => cadence !== own)
  return (
    others.find((other) => askedInBoth(foreign, templateOf(other).agenda).length >= A_SECOND_JOB) ?? false
  )
}
