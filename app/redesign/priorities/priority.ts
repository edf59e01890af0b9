import { z } from 'zod'
import { lineSchema, openLineSchema, openTextSchema } from '../plan/texts.ts'

/** An outcome that comes before others, with one owner and what is given up for it. */
export const prioritySchema = z.object({
  outcome: lineSchema,
  owner: openLineSchema,
  tradeOff: openTextSchema,
  /** Why the team went past the limit of the critical few; empty within it. */
  argument: openTextSchema,
  /** Name of the theme or official priority that it was drafted from; left out for the team's own. */
  draftedFrom: openLineSchema.optional(),
})

export type Priority = z.infer<typeof prioritySchema>
