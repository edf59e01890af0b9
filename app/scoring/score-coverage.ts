import { PRIORITIES } from './named-items.ts'
import { likelyCount, peopleCount } from './people-count.ts'
import { type LevelAnswers, type RoundAnswers, shownAnswers } from './round-answers.ts'
import type { RoundScores } from './round-scores.ts'

const TOP = 3
/** A theme of one person is no priority of the team. */
const FEWEST = 2

/** Ids of the senior team's top three priorities by the people who name them; all that tie for the third place count. */
export function seniorTopThemes(round: RoundAnswers): string[] {
  const answers = shownAnswers(round, PRIORITIES, 'senior')
  if (!answers) return []
  const counted = [...new Set(answers.themes.flatMap((list) => list ?? []))]
    .map((id) => ({ id, count: peopleNaming(answers, id) }))
    .filter(({ count }) => count >= FEWEST)
    .map(({ id, count }) => ({ id, likely: likelyCount(peopleCount(count, answers.n, round.disclosure)) }))
    .sort((a, b) => b.likely - a.likely || (label(round, a.id) < label(round, b.id) ? -1 : 1))
  const third = counted[TOP - 1]?.likely ?? 0
  return counted.filter(({ likely }) => likely >= third).map(({ id }) => id)
}

/** How many department leads name each of the senior team's top three priorities. Empty where either may not be shown. */
export function scoreCoverage(round: RoundAnswers): RoundScores['coverage'] {
  const seniors = shownAnswers(round, PRIORITIES, 'senior')
  const departments = shownAnswers(round, PRIORITIES, 'department')
  if (!seniors || !departments) return []
  const count = (answers: LevelAnswers, id: string) =>
    peopleCount(peopleNaming(answers, id), answers.n, round.disclosure)
  return seniorTopThemes(round).map((id) => ({
    name: round.themeNames.get(id) ?? id,
    senior: count(seniors, id),
    department: count(departments, id),
  }))
}

function peopleNaming(answers: LevelAnswers, themeId: string): number {
  return answers.themes.filter((list) => list?.includes(themeId)).length
}

function label(round: RoundAnswers, themeId: string): string {
  return `${round.themeNames.get(themeId)} ${themeId}`
}
