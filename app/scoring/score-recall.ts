import type { Level } from '#app/questionnaire/instrument.ts'
import { PRIORITIES } from './named-items.ts'
import { peopleCount } from './people-count.ts'
import { type RoundAnswers, shownAnswers } from './round-answers.ts'
import type { RoundScores } from './round-scores.ts'
import type { ScoreInput } from './score-input.ts'

/**
 * How many people of each level name each official priority: whoever has one of the themes that say the same anywhere on
 * their list, counted once. Null where the level may not be shown; counts are coded at their ends as those of themes are.
 *
 * Source: this project's own.
 */
export function scoreRecall(
  round: RoundAnswers,
  official: NonNullable<ScoreInput['officialPriorities']>,
): NonNullable<RoundScores['recall']> {
  const named = (level: Level, themeIds: readonly string[]) => {
    const answers = shownAnswers(round, PRIORITIES, level)
    if (!answers) return null
    const people = answers.themes.filter((list) => list?.some((id) => themeIds.includes(id))).length
    return peopleCount(people, answers.n, round.disclosure)
  }
  return official.map(({ priority, themeIds }) => ({
    priority,
    senior: named('senior', themeIds),
    department: named('department', themeIds),
  }))
}
