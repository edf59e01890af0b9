import type { Answer, Answers } from './answer.ts'

const SKIPPED: Answer = { state: 'skipped' }

/** Whether two answers say the same; an item that was never answered was skipped. */
export function sameAnswer(one: Answer | undefined, other: Answer | undefined): boolean {
  return sameData(one ?? SKIPPED, other ?? SKIPPED)
}

/** How many items were answered differently the second time, items answered only once included. */
export function countChanges(before: Answers, after: Answers): number {
  const itemIds = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...itemIds].filter((itemId) => !sameAnswer(before[itemId], after[itemId])).length
}

function sameData(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return one === other
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => sameData(one[key], other[key]))
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null
}
