import { LEVELS } from '#app/questionnaire/instrument.ts'
import { LEVEL_NAMES } from './count-words.ts'
import type { Department, Lead } from './engagement.ts'
import type { Participation, ParticipationState } from './round.ts'

/** One lead's place in a round, with the lead. */
export interface Place {
  participation: Pick<Participation, 'id' | 'state'>
  lead: Pick<Lead, 'id' | 'name' | 'level' | 'departmentId'>
}

export interface Tally {
  key: string
  label: string
  invited: number
  done: number
  started: number
  notStarted: number
}

/** How far a round has come. Counts and names only: no times, and nothing that anybody has said. */
export interface Progress extends Tally {
  byLevel: Tally[]
  byDepartment: Tally[]
  /** Who has not handed in yet. */
  missing: { id: string; name: string; departmentName: string; state: ParticipationState }[]
}

/** A lead's state in the words of the monitor. */
export const PERSON_STATES: Record<ParticipationState, string> = {
  'not-started': 'not started',
  started: 'started',
  done: 'answered',
}

export function progressOf(places: readonly Place[], departments: readonly Department[]): Progress {
  const byLevel = LEVELS.map((level) =>
    tally(level, LEVEL_NAMES[level], places, ({ lead }) => lead.level === level),
  )
  const byDepartment = [...departments, { id: null, name: 'No department' }].map(({ id, name }) =>
    tally(`department ${id ?? ''}`, name, places, ({ lead }) => lead.departmentId === id),
  )
  return {
    ...tally('all', 'Everybody', places, () => true),
    byLevel: byLevel.filter(({ invited }) => invited > 0),
    byDepartment: byDepartment.filter(({ invited }) => invited > 0),
    missing: missingOf(places, departments),
  }
}

function missingOf(places: readonly Place[], departments: readonly Department[]): Progress['missing'] {
  return places
    .filter(({ participation }) => participation.state !== 'done')
    .map(({ participation, lead }) => ({
      id: participation.id,
      name: lead.name,
      departmentName: departments.find(({ id }) => id === lead.departmentId)?.name ?? '',
      state: participation.state,
    }))
}

function tally(
  key: string,
  label: string,
  places: readonly Place[],
  belongs: (place: Place) => boolean,
): Tally {
  const own = places.filter(belongs)
  const count = (state: ParticipationState) =>
    own.filter((place) => place.participation.state === state).length
  return {
    key,
    label,
    invited: own.length,
    done: count('done'),
    started: count('started'),
    notStarted: count('not-started'),
  }
}
