import { z } from 'zod'
import { lineSchema, openDaySchema, openLineSchema, openTextSchema } from '../plan/texts.ts'

export const STAGE_KINDS = ['senior', 'pilot', 'wide'] as const

/** A step of the rollout: who starts, when, and what has to hold before the next one. */
export const stageSchema = z.object({
  stage: z.enum(STAGE_KINDS),
  unit: lineSchema,
  owner: openLineSchema,
  why: openTextSchema,
  from: openDaySchema,
  until: openDaySchema,
  /** What the next round must show before it widens. */
  criteria: openTextSchema,
  state: z.enum(['planned', 'running', 'holds', 'paused']),
})

export const RESISTANCES = ['competing-priorities', 'appraisal', 'coaching'] as const

/** What is done about one of the reasons why middle managers resist. */
export const countermeasureSchema = z.object({
  against: z.enum(RESISTANCES),
  action: lineSchema,
  owner: openLineSchema,
  due: openDaySchema,
  state: z.enum(['open', 'done', 'dropped']),
})

export type Stage = z.infer<typeof stageSchema>
export type Countermeasure = z.infer<typeof countermeasureSchema>
