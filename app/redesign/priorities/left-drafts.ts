import { sameName } from '#app/rounds/named-list.ts'
import type { PlanEntry } from '../plan/plan.ts'

interface Named {
  name: string
}

/** The drafts that nobody has taken over, by the name they were offered under or the one they have now. */
export function leftDrafts<Draft extends Named>(
  drafts: readonly Draft[],
  taken: readonly (PlanEntry<'priority'> | PlanEntry<'not-now'>)[],
): Draft[] {
  const names = new Set(
    taken.flatMap(({ content }) => {
      const now = 'outcome' in content ? content.outcome : content.work
      return [sameName(now), sameName(content.draftedFrom ?? '')]
    }),
  )
  return drafts.filter(({ name }) => !names.has(sameName(name)))
}
