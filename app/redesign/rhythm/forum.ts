import { z } from 'zod'
import { lineSchema, openDaySchema, openLineSchema, openTextSchema } from '../plan/texts.ts'

export const CADENCES = ['weekly', 'monthly', 'quarterly'] as const
export type Cadence = (typeof CADENCES)[number]

/** A meeting that leads the work, as the team has designed it. */
export const forumSchema = z.object({
  cadence: z.enum(CADENCES),
  name: lineSchema,
  purpose: openTextSchema,
  owner: openLineSchema,
  members: z.array(lineSchema).max(40),
  decides: openTextSchema,
  agenda: z.array(lineSchema).max(12),
  inputs: openTextSchema,
  outputs: openTextSchema,
  mustNotBecome: openTextSchema,
  minutes: z.int().min(5).max(480),
  /** First time it is held; empty until it is set. Weekday and week of the month follow from it. */
  startsOn: openDaySchema,
  /** `HH:MM` in the forum's time zone. */
  startsAt: z.union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)]),
  timeZone: lineSchema,
  /** What happens when it falls on a holiday: it is held on the next working day, or not at all. */
  onHoliday: z.enum(['next-working-day', 'drop']),
  /** Public holidays on which it is not held. */
  holidays: z.array(z.iso.date()).max(60),
  /** Whether calendar files carry the owner's e-mail address, where the owner is one of the leads. */
  ownerMail: z.boolean().optional(),
})

export type Forum = z.infer<typeof forumSchema>
