import { givenValue } from '#app/answers/answer.ts'
import { type Disclosure, tooFew } from './disclosure.ts'
import type { TooFew } from './measure.ts'
import { PRIORITIES, TRADE_OFF } from './named-items.ts'
import { peopleCount } from './people-count.ts'
import { type RoundAnswers, shownAnswers } from './round-answers.ts'
import type { TradeOffs } from './round-scores.ts'
import { seniorTopThemes } from './score-coverage.ts'

/** Outside open mode no group of fewer is told of. */
const FEWEST_IN_A_GROUP = 2

/**
 * The test of an abstract strategy: department leads who share a priority of the senior team, and of all leads those who
 * share one and can also say what gave way for it. Both are counts over the same people, so that neither tells of a few.
 * Null where the instrument does not ask it of department leads.
 */
export function scoreTradeOffs(round: RoundAnswers): TradeOffs | TooFew | null {
  const asked = round.items.find(({ item }) => item.id === TRADE_OFF)
  const item = asked?.item
  if (item?.kind !== 'choice' || !item.specify || !asked?.byLevel.department) return null
  const priorities = shownAnswers(round, PRIORITIES, 'department')
  const tradeOffs = shownAnswers(round, TRADE_OFF, 'department')
  if (!priorities || !tradeOffs || !shownAnswers(round, PRIORITIES, 'senior')) {
    return tooFew(round.people.department, round.disclosure)
  }
  const top = seniorTopThemes(round)
  const sharing = priorities.themes.map((list) => list?.some((theme) => top.includes(theme)) ?? false)
  const specific = tradeOffs.answers.map(
    (answer) => givenValue(answer, 'choice')?.option === item.specify?.option,
  )
  const answered = priorities.answers.map(({ state }) => state === 'answered')
  const group = (shares: boolean, says: boolean) =>
    answered.filter((given, person) => given && sharing[person] === shares && specific[person] === says)
      .length
  const both = sharing.filter((shares, person) => shares && specific[person]).length
  const count = (people: number) => peopleCount(people, priorities.n, round.disclosure)
  return {
    kind: 'measured',
    n: priorities.n,
    sharePriority: count(sharing.filter(Boolean).length),
    both: count(both),
    quadrant: quadrantAsShown(
      {
        both,
        priorityOnly: group(true, false),
        tradeOffOnly: group(false, true),
        neither: group(false, false),
      },
      round.disclosure,
    ),
  }
}

/** Four groups that make up everybody: a group of one would follow from the other three, so it hides all of them. */
function quadrantAsShown(
  groups: NonNullable<TradeOffs['quadrant']>,
  { open }: Disclosure,
): TradeOffs['quadrant'] {
  return open || Object.values(groups).every((people) => people >= FEWEST_IN_A_GROUP) ? groups : null
}
