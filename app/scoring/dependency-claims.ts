import { type Answer, givenValue } from '#app/answers/answer.ts'
import { PROVIDER_PICKER, WAITING_PICKER } from './named-items.ts'
import type { LevelAnswers } from './round-answers.ts'

/** One person's word that one department waits for another. */
export interface DependencyClaim {
  person: string
  /** The department of who says so; null if none is known. */
  department: string | null
  provider: string
  waiting: string
}

/**
 * What the people of a level say of dependencies between departments. Who picks nobody that waits speaks of their own
 * department. A line without a provider, or about a department and itself, is no pair. `prefix` keeps people of different
 * levels apart.
 */
export function dependencyClaims(level: LevelAnswers, prefix: string): DependencyClaim[] {
  return level.answers.flatMap((answer, person) => {
    const department = level.departmentIds[person] ?? null
    return linesOf(answer).flatMap(({ picks }) => {
      const provider = picks[PROVIDER_PICKER]
      const waiting = picks[WAITING_PICKER] || department
      if (!provider || !waiting || provider === waiting) return []
      return [{ person: `${prefix} ${person}`, department, provider, waiting }]
    })
  })
}

/** Whether a person names a dependency without saying who must provide it. */
export function namesNoProvider(answer: Answer): boolean {
  return linesOf(answer).some(({ picks }) => !picks[PROVIDER_PICKER])
}

function linesOf(answer: Answer) {
  return givenValue(answer, 'lines')?.lines ?? []
}
