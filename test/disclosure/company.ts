import type { Answers } from '#app/answers/answer.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import type { Instrument, Level } from '#app/questionnaire/instrument.ts'
import type { PrivacyMode } from '#app/rounds/round.ts'

/** Where a person stands: in their level, counted from 0, and in which round. */
export interface Seat {
  /** Over both levels. */
  index: number
  level: Level
  place: number
  wave: number
}
export type Answering = (answers: Answers, seat: Seat) => Answers

/** What all databases of a family have in common. Who is at the end of a level as `begun` says has begun and never hands in. */
export interface Company {
  seed: number
  privacyMode: PrivacyMode
  /** One round each, one after the other. */
  instruments: readonly string[]
  people: Readonly<Record<Level, number>>
  begun: Level
  shared: Answering
}

export function instrumentOf(key: string): Instrument {
  const found = findInstrument(key)
  if (!found) throw new Error(`no questionnaire ${key}`)
  return found
}

/** The last of those who handed in at the level that is large enough: somebody else, of whom no change tells. */
export function onlookerOf({ people, begun }: Company): { level: Level; place: number } {
  return { level: begun, place: people[begun] - 2 }
}
