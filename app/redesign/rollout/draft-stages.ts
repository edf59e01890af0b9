import type { RoundScores } from '#app/scoring/round-scores.ts'
import { draftCriteria } from './draft-criteria.ts'
import { pilotUnits } from './pilot-units.ts'
import type { Stage } from './stage.ts'

/** A step that is offered for the rollout: the senior team, units whose pain is visible, and then the others. */
export type DraftStage = Pick<Stage, 'stage' | 'unit' | 'why' | 'criteria'>

/** No more than two pilots: what is tried everywhere at once is tried nowhere. */
export const MOST_PILOTS = 2

/** In the order in which they begin. Without figures of a round only the first and the last can be named. */
export function draftStages(scores: RoundScores | null): DraftStage[] {
  const criteria = scores ? draftCriteria(scores) : ''
  const pilots = scores ? pilotUnits(scores).slice(0, MOST_PILOTS) : []
  return [
    { stage: 'senior', unit: 'Senior team', why: FIRST, criteria },
    ...pilots.map(({ unit, because }) => ({
      stage: 'pilot' as const,
      unit,
      why: `${because.join('; ')}. ${WILLING}`,
      criteria,
    })),
    { stage: 'wide', unit: 'All other departments', why: LAST, criteria: '' },
  ]
}

const FIRST =
  'It sets few priorities, says what gives way, and keeps the rhythm itself before anybody else is asked to.'
const WILLING = 'Ask whether its leaders want to go first: no figure says that.'
const LAST = 'Only once the pilots hold by the figures of the next round.'
