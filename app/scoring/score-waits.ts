import { DEPENDENCIES, PRIORITIES } from './named-items.ts'
import type { RoundAnswers } from './round-answers.ts'
import type { Wait } from './round-scores.ts'
import { mayBeListed, normalise, peopleByLevel } from './score-collisions.ts'

/**
 * Priorities that wait for something that is named as a dependency, as a person has linked them. Outside open mode both must
 * have been named by two people of one level, as everything that is listed by its wording.
 */
export function scoreWaits(round: RoundAnswers): Wait[] {
  return round.links
    .filter(({ kind }) => kind === 'dependency')
    .flatMap(({ themeIds }): Wait[] => {
      const [priority, dependency] = themeIds.map((id) => round.themeNames.get(id))
      if (priority === undefined || dependency === undefined) return []
      return [
        {
          priority,
          dependency,
          wanted: peopleByLevel(round, PRIORITIES, normalise(priority)),
          needed: peopleByLevel(round, DEPENDENCIES, normalise(dependency)),
        },
      ]
    })
    .filter(({ wanted, needed }) => mayBeListed(wanted) && mayBeListed(needed))
    .sort((a, b) => (`${a.priority} ${a.dependency}` < `${b.priority} ${b.dependency}` ? -1 : 1))
}
