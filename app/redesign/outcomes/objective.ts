import { z } from 'zod'
import { lineSchema, openDaySchema, openLineSchema, openTextSchema } from '../plan/texts.ts'

/** What the team wants to be true, for one of the critical few. */
export const objectiveSchema = z.object({
  outcome: lineSchema,
  owner: openLineSchema,
  /** Id of the priority that it serves; empty where it serves none yet. */
  priorityId: openLineSchema,
})

/** A result that shows whether the objective is reached. */
export const keyResultSchema = z.object({
  objectiveId: lineSchema,
  wording: lineSchema,
  /** What is measured, and its figures as the team writes them: "34 %", "12 days". */
  baseline: openLineSchema,
  target: openLineSchema,
  current: openLineSchema,
  due: openDaySchema,
  owner: openLineSchema,
  /** Why the team keeps a wording that reads as work; empty where it reads as a result. */
  argument: openTextSchema,
  dependencies: z
    .array(
      z.object({
        team: lineSchema,
        needs: openLineSchema,
        acknowledgedBy: openLineSchema,
        acknowledgedOn: openDaySchema,
      }),
    )
    .max(6),
  state: z.enum(['open', 'reached', 'missed', 'dropped']),
})

export type Objective = z.infer<typeof objectiveSchema>
export type KeyResult = z.infer<typeof keyResultSchema>
