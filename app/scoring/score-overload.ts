import type { Level } from '#app/questionnaire/instrument.ts'
import { comparedPeople } from './coded-items.ts'
import { tooFew } from './disclosure.ts'
import { linesDetail } from './lines-detail.ts'
import type { PeopleCount, TooFew } from './measure.ts'
import { PRIORITIES, STOPS } from './named-items.ts'
import { likelyCount, peopleCount } from './people-count.ts'
import { type RoundAnswers, shownAnswers } from './round-answers.ts'
import type { Overload } from './round-scores.ts'

/** More themes in play than this many times the number asked for, or more distinct ones: overload. Judgements. */
export const MOST_EFFECTIVE = 1.5
export const MOST_DISTINCT = 3
/** Fewer than this share who can name something to stop: overload. */
export const FEWEST_WITH_A_STOP = 0.5

/** Whether a level has too many priorities at once: more in play than asked for, too many named, or nothing to stop. */
export function scoreOverload(round: RoundAnswers, level: Level): Overload | TooFew {
  const item = round.items.find((answers) => answers.item.id === PRIORITIES)?.item
  const answers = shownAnswers(round, PRIORITIES, level)
  if (item?.kind !== 'lines' || !answers) return tooFew(round.people[level], round.disclosure)
  const compared = comparedPeople(item, answers)
  if (compared < round.disclosure.needed) return tooFew(compared, round.disclosure)
  const { effectiveThemes, distinct } = linesDetail(item, answers, round)
  const canNameStop = stopCount(round, level)
  const reasons: Overload['reasons'] = []
  if (effectiveThemes === null || effectiveThemes > MOST_EFFECTIVE * item.asked)
    reasons.push('effective-themes')
  if (distinct > MOST_DISTINCT * item.asked) reasons.push('distinct-themes')
  if (canNameStop && likelyCount(canNameStop) < FEWEST_WITH_A_STOP * canNameStop.of) reasons.push('no-stop')
  return {
    kind: 'measured',
    n: answers.n,
    asked: item.asked,
    effectiveThemes,
    distinct,
    canNameStop,
    reasons,
    flagged: reasons.length > 0,
  }
}

function stopCount(round: RoundAnswers, level: Level): PeopleCount | null {
  const answers = shownAnswers(round, STOPS, level)
  if (!answers) return null
  const named = answers.themes.filter((list) => list !== null && list.length > 0).length
  return peopleCount(named, answers.n, round.disclosure)
}
