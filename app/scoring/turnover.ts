import type { Level } from '#app/questionnaire/instrument.ts'
import type { Round } from '#app/rounds/round.ts'
import { disclosureOf } from './disclosure.ts'
import { leadIdsOf } from './paired-items.ts'
import type { RoundAnswers } from './round-answers.ts'

/** Below this many people a newcomer or two show in a mean. */
export const SOME = 10
/** So few newcomers, or so few who left, could be reckoned out of the difference of two rounds. */
const A_FEW = 2

/** Steps that figures of a level are given in when two rounds stand side by side; null: as they are. */
export interface Steps {
  agreement: number | null
  strengthOfItem: number | null
  strengthOfConstruct: number | null
}

/** A tenth, and half, of a point of a five-point scale, on 0..100. */
const TENTH = 2.5
const HALF = 12.5

/**
 * Two rounds side by side tell more than each by itself: if nine people answered after eight, the ninth can be had by
 * subtraction. So where one or two people of a level joined or left, or nobody can tell, and fewer than ten answered, items
 * are given in steps of half a scale point and constructs of four items or more in steps of a tenth. Agreement, which is no
 * mean, is then given in steps of 5 of 100, and in whole points otherwise. In open mode nothing is rounded.
 */
export function stepsOf(rounds: { first: RoundAnswers; second: RoundAnswers }, level: Level): Steps {
  const { disclosure, people } = rounds.second
  if (disclosure.open) return { agreement: null, strengthOfItem: null, strengthOfConstruct: null }
  return stepsWhere(people[level] < SOME && hasFewComersOrGoers(rounds, level))
}

/** Where names are hidden: coarse steps where a few people could be reckoned out of the difference. */
export function stepsWhere(few: boolean): Steps {
  return { agreement: few ? 0.05 : 0.01, strengthOfItem: few ? HALF : TENTH, strengthOfConstruct: TENTH }
}

function hasFewComersOrGoers(
  { first, second }: { first: RoundAnswers; second: RoundAnswers },
  level: Level,
): boolean {
  const [before, after] = [leadIdsOf(first, level), leadIdsOf(second, level)]
  if ([...before, ...after].some((id) => id === null)) return true
  const left = before.filter((id) => !after.includes(id)).length
  const joined = after.filter((id) => !before.includes(id)).length
  return isAFew(left) || isAFew(joined)
}

/** Whether so few people came, or went, that they could be reckoned out of the difference. */
export function isAFew(people: number): boolean {
  return people > 0 && people <= A_FEW
}

/** The rules of two rounds taken together: open only if both are, and the larger of the smallest groups. */
export function strictest(
  first: Pick<Round, 'privacyMode' | 'smallestGroup'>,
  second: Pick<Round, 'privacyMode' | 'smallestGroup'>,
): Pick<Round, 'privacyMode' | 'smallestGroup'> {
  const [looser, stricter] = [first, second].sort((a, b) => disclosureOf(a).needed - disclosureOf(b).needed)
  if (!looser || !stricter) throw new RangeError('strictest requires two rounds')
  const open = first.privacyMode === 'open' && second.privacyMode === 'open'
  return {
    privacyMode: open ? 'open' : 'confidential',
    smallestGroup: open ? stricter.smallestGroup : disclosureOf(stricter).needed,
  }
}
