import { z } from 'zod'
import { lineSchema, openDaySchema, openLineSchema, openTextSchema } from '../plan/texts.ts'

/** Something decided in the room or later: what, who sees to it, by when. */
export const decisionSchema = z.object({
  wording: lineSchema,
  owner: openLineSchema,
  due: openDaySchema,
  /** The finding that asked for it; empty where none did. */
  ruleId: openLineSchema,
  /** The round whose report it came from; empty where it came from none. */
  roundId: openLineSchema,
  note: openTextSchema,
  state: z.enum(['open', 'done', 'dropped']),
})

export type Decision = z.infer<typeof decisionSchema>
