import type { NextAction } from './next-action.ts'
import { PERSON_STATES, type Progress } from './progress.ts'

/** What of a round's page changes as leads answer. Counts and names as on the page: no times, and nothing that was said. */
export interface LiveFigures {
  /** By the name that the figure has on the page. */
  figures: Record<string, string>
  done: number
  invited: number
  /** Who has not handed in, by place. */
  missing: Record<string, string>
  next: string
}

export function liveFigures(progress: Progress, next: NextAction): LiveFigures {
  const { done, invited, byLevel, byDepartment, missing } = progress
  const figures = [progress, ...byLevel, ...byDepartment].flatMap((tally) => [
    [`${tally.key}.done`, String(tally.done)],
    [`${tally.key}.started`, String(tally.started)],
    [`${tally.key}.notStarted`, String(tally.notStarted)],
  ])
  return {
    figures: { answered: `${done} of ${invited}`, ...Object.fromEntries(figures) },
    done,
    invited,
    missing: Object.fromEntries(missing.map(({ id, state }) => [id, PERSON_STATES[state]])),
    next: next.sentence,
  }
}
