import type { Instrument } from '#app/questionnaire/instrument.ts'
import type { Executives, Person } from './read-executives.ts'

export interface Team {
  executives: Executives
  instrument: Instrument
  /** Names of what the owner items and the pickers offer. */
  roles: readonly string[]
  departments: readonly string[]
}

/** The camp whose view a person holds; null where everyone answers at random. */
export type Camp = 0 | 1 | null

export interface Respondent {
  team: Team
  person: Person
  camp: Camp
  random: () => number
}

/** How often a member of a camp gives the camp's very answer, and not one beside it. */
export const FAITHFUL = 0.85
