import { z } from 'zod'

/** One line of a plan. */
export const lineSchema = z.string().trim().min(1).max(240)
/** A line that may stay empty until the team has settled it. */
export const openLineSchema = z.string().trim().max(240)
/** A paragraph that may stay empty. */
export const openTextSchema = z.string().trim().max(1200)
/** `YYYY-MM-DD`, or empty where no day is agreed. */
export const openDaySchema = z.union([z.literal(''), z.iso.date()])
