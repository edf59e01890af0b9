import { readKeyResult } from '#app/themes/key-result/key-result.ts'
import type { KeyResultReading } from '#app/themes/key-result/reading.ts'
import { usualWork } from './usual-work.ts'

/** How a key result reads while it is typed, and what would make a result of it. */
export interface KeyResultCheck {
  kind: KeyResultReading['kind']
  why: string
  prompt: string
  /** Why it is refused: day-to-day work has no place among the objectives. Null where it is not. */
  refusal: string | null
}

export function checkKeyResult(wording: string): KeyResultCheck {
  const { kind, why, prompt } = readKeyResult(wording)
  return { kind, why, prompt, refusal: usualWork(wording) }
}
