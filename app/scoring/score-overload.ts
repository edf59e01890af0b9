import type { Level } from '#app/questionnaire/instrument.ts'
import { comparedPeople } from './coded-items.ts'
import { type Disclosure, tooFew } from './disclosure.ts'
import { linesDetail } from './lines-detail.ts'
import type { TooFew } from './measure.ts'
import { PRIORITIES, STOPS } from './named-items.ts'
import { likelyCount, peopleCount } from './people-count.ts'
import { type LevelAnswers, type RoundAnswers, shownAnswers } from './round-answers.ts'
import type { Overload } from './round-scores.ts'
import { themesWithout } from './themes-without.ts'

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
  const stops = shownAnswers(round, STOPS, level)
  const canNameStop = stops && peopleCount(peopleWithStop(stops), stops.n, round.disclosure)
  const load = { effectiveThemes, distinct, canNameStop }
  const reasons = reasonsOf(load, item.asked)
  const flagged = reasons.length > 0
  const isFlagged = (other: Load) => reasonsOf(other, item.asked).length > 0
  return {
    kind: 'measured',
    n: answers.n,
    asked: item.asked,
    ...load,
    reasons,
    flagged,
    fragile: loadsWithout(answers, stops, round.disclosure).some((other) => isFlagged(other) !== flagged),
  }
}

type Load = Pick<Overload, 'effectiveThemes' | 'distinct' | 'canNameStop'>

function reasonsOf({ effectiveThemes, distinct, canNameStop }: Load, asked: number): Overload['reasons'] {
  const reasons: Overload['reasons'] = []
  if (effectiveThemes === null || effectiveThemes > MOST_EFFECTIVE * asked) reasons.push('effective-themes')
  if (distinct > MOST_DISTINCT * asked) reasons.push('distinct-themes')
  if (canNameStop && likelyCount(canNameStop) < FEWEST_WITH_A_STOP * canNameStop.of) reasons.push('no-stop')
  return reasons
}

/** The load without each person in turn, who takes away what they named both to do and to stop. */
function loadsWithout(answers: LevelAnswers, stops: LevelAnswers | null, disclosure: Disclosure): Load[] {
  const lists = answers.themes.map((list) => list ?? [])
  const themes = themesWithout(lists)
  const named = stops ? peopleWithStop(stops) : 0
  return lists.map((_, person) => {
    const own = stops?.themes[person]
    const left = named - (own?.length ? 1 : 0)
    return {
      ...(themes[person] as (typeof themes)[number]),
      canNameStop: stops && peopleCount(left, stops.n - (own ? 1 : 0), disclosure),
    }
  })
}

/** People who can name a stop. */
function peopleWithStop({ themes }: LevelAnswers): number {
  return themes.filter((list) => list?.length).length
}
