import type { VerbClass } from './lexicon.ts'
import type { Movement } from './movement.ts'
import type { KeyResultKind } from './reading.ts'
import type { Token } from './tokens.ts'

/** What decided, for the reason in words. */
export type Ground =
  | 'result-follows'
  | 'measured-change'
  | 'measure-moves'
  | 'behaviour'
  | 'direction'
  | 'thing-delivered'
  | 'thing-named'
  | 'order-to-deliver'
  | 'order-to-do'
  | 'improves-work'
  | 'places-nothing'
  | 'work-named'
  | 'work-done'
  | 'topic'
  | 'nothing-known'

/** The kind of a line, and what it was told by. */
export interface Judged {
  kind: KeyResultKind | 'unclear'
  ground: Ground
  /** The verb that carries the line, where there is one. */
  verb?: { token: Token; class: VerbClass }
}

export interface Decision extends Judged {
  movement: Movement | null
}

export function judged(kind: Judged['kind'], ground: Ground, verb?: Judged['verb']): Judged {
  return verb ? { kind, ground, verb } : { kind, ground }
}

export const DELIVERING: readonly VerbClass[] = ['delivering', 'placing']
