import { z } from 'zod'
import { lineSchema, openDaySchema, openLineSchema } from '../plan/texts.ts'

/** `agreed`: to stop or wait; `stopped`: it has; `back`: it was taken up again on purpose. */
export const NOT_NOW_STATES = ['agreed', 'stopped', 'back'] as const

/** Work that the team has decided not to do now. */
export const notNowSchema = z.object({
  work: lineSchema,
  /** Who answers for that it stays stopped. */
  sponsor: openLineSchema,
  reason: openLineSchema,
  until: openDaySchema,
  state: z.enum(NOT_NOW_STATES),
  /** Name of the work in the draft that it was taken from; left out for the team's own. */
  draftedFrom: openLineSchema.optional(),
})

export type NotNow = z.infer<typeof notNowSchema>
