import { z } from 'zod'
import { lineSchema, openDaySchema, openLineSchema } from '../plan/texts.ts'

/** Who decides when a situation comes up, how, and where it goes if they do not. */
export const rightSchema = z.object({
  situation: lineSchema,
  owner: openLineSchema,
  response: openLineSchema,
  /** When decisions of the kind are looked at: "every Monday, leadership meeting". */
  cycle: openLineSchema,
  /** Where it goes when it is not decided, in order, each with the days that it may lie there. */
  escalation: z.array(z.object({ to: lineSchema, withinDays: z.int().min(0).max(365) })).max(4),
  /** Item of the questionnaire that the line was drafted from; empty for the team's own. */
  itemId: openLineSchema,
  signedBy: openLineSchema,
  signedOn: openDaySchema,
})

export type Right = z.infer<typeof rightSchema>
