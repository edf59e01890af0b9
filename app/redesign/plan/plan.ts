import type { z } from 'zod'
import { decisionSchema } from '../commitments/decision.ts'
import { keyResultSchema, objectiveSchema } from '../outcomes/objective.ts'
import { notNowSchema } from '../priorities/not-now.ts'
import { prioritySchema } from '../priorities/priority.ts'
import { forumSchema } from '../rhythm/forum.ts'
import { rightSchema } from '../rights/right.ts'
import { countermeasureSchema, stageSchema } from '../rollout/stage.ts'

/** What a plan is made of, and the shape of each. */
export const PLAN_SCHEMAS = {
  decision: decisionSchema,
  priority: prioritySchema,
  'not-now': notNowSchema,
  right: rightSchema,
  forum: forumSchema,
  objective: objectiveSchema,
  'key-result': keyResultSchema,
  stage: stageSchema,
  countermeasure: countermeasureSchema,
} as const

export type PlanKind = keyof typeof PLAN_SCHEMAS
export type PlanContent<Kind extends PlanKind = PlanKind> = z.infer<(typeof PLAN_SCHEMAS)[Kind]>
export type PlanAct = 'added' | 'changed' | 'removed'

export const PLAN_KINDS = Object.keys(PLAN_SCHEMAS) as PlanKind[]

/** One thing that stands in an engagement's plan. `revision` counts its changes from one. */
export interface PlanEntry<Kind extends PlanKind = PlanKind> {
  id: string
  kind: Kind
  content: PlanContent<Kind>
  revision: number
  changedOn: string
  changedBy: string
}

/** A whole plan, each kind in the order in which the team put it. */
export type Plan = { [Kind in PlanKind]: PlanEntry<Kind>[] }

/** A change that was made to the plan, with what stood there before and after. */
export interface PlanChange {
  entryId: string
  kind: PlanKind
  act: PlanAct
  before: PlanContent | null
  after: PlanContent | null
  changedOn: string
  changedBy: string
}

export function planOf(entries: readonly PlanEntry[]): Plan {
  const lists = PLAN_KINDS.map((kind) => [kind, entries.filter((entry) => entry.kind === kind)])
  return Object.fromEntries(lists) as Plan
}

export const EMPTY_PLAN: Plan = planOf([])

export function isPlanEmpty(plan: Plan): boolean {
  return PLAN_KINDS.every((kind) => plan[kind].length === 0)
}
