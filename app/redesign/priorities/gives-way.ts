import { daysBetween, writtenDay } from '#app/rounds/day.ts'
import type { PlanChange, PlanEntry } from '../plan/plan.ts'

/** After so many days a list of priorities is no longer being written: what comes then comes into a running cycle. */
const SETTLED_AFTER_DAYS = 7

/** Chosen in the form where none gives way. */
export const NONE = 'none'

/** Why one more priority asks which one gives way: there are enough, or the cycle runs. */
export interface GivesWay {
  because: 'enough' | 'running'
  words: string
}

interface Standing {
  priorities: readonly PlanEntry<'priority'>[]
  changes: readonly PlanChange[]
  limit: number
  today: string
}

/** Whether one more priority has to be paid for; null where the list is still being written. */
export function givesWay({ priorities, changes, limit, today }: Standing): GivesWay | null {
  if (priorities.length >= limit) {
    const stand = priorities.length === 1 ? 'One priority stands' : `${priorities.length} priorities stand`
    return { because: 'enough', words: `${stand} already, and the limit is ${limit}.` }
  }
  const [first] = priorities.map(({ id }) => addedOn(id, changes)).toSorted()
  if (first === undefined || daysBetween(first, today) < SETTLED_AFTER_DAYS) return null
  return { because: 'running', words: `The cycle runs: these priorities stand since ${writtenDay(first)}.` }
}

function addedOn(id: string, changes: readonly PlanChange[]): string {
  return changes.find((change) => change.entryId === id && change.act === 'added')?.changedOn ?? '9999-12-31'
}
