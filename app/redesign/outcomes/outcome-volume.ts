import type { Plan } from '../plan/plan.ts'

/** More than this is a list of everything, and a list of everything is followed by nobody. */
export const MOST_OBJECTIVES = 3
export const MOST_KEY_RESULTS = 4

/** What is too much, in words; empty where it is not. */
export function outcomeVolume({ objective, 'key-result': results }: Plan): string[] {
  const many =
    objective.length > MOST_OBJECTIVES
      ? [
          `There are ${objective.length} objectives. More than ${MOST_OBJECTIVES} compete with one another; which of them may wait?`,
        ]
      : []
  const open = results.filter(({ content }) => content.state !== 'dropped')
  const crowded = objective.flatMap(({ id, content }) => {
    const count = open.filter((result) => result.content.objectiveId === id).length
    return count > MOST_KEY_RESULTS
      ? [
          `“${content.outcome}” has ${count} key results. ${MOST_KEY_RESULTS} are enough to see whether it is reached.`,
        ]
      : []
  })
  return [...many, ...crowded]
}
