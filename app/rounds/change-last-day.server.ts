import type { Kysely } from 'kysely'
import { setRoundDays } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { isDay, writtenDay } from './day.ts'
import type { Round } from './round.ts'
import { isOver, isTimeZone } from './time-zone.ts'

export const LAST_DAY_FIELDS = ['closesOn', 'timeZone', 'closesItself'] as const
export type TypedLastDay = Record<(typeof LAST_DAY_FIELDS)[number], string>
export type LastDayErrors = Partial<Record<keyof TypedLastDay, string>>
export type LastDayResult = { ok: true; closesOn: string } | { ok: false; errors: LastDayErrors }

/** Gives leads of an open round more time: never less than they were told. Mails that leave from now on name the new day. */
export async function changeLastDay(
  db: Kysely<Database>,
  round: Pick<Round, 'id' | 'closesOn' | 'keepUntil'>,
  typed: TypedLastDay,
  now: Date,
): Promise<LastDayResult> {
  const errors = lastDayErrors(typed, round, now)
  if (!errors.closesOn && typed.closesOn < round.closesOn)
    errors.closesOn = `Leads were told ${writtenDay(round.closesOn)}: the day can be later, not earlier.`
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const { closesOn, timeZone } = typed
  const days = { id: round.id, closesOn, timeZone, closesItself: typed.closesItself !== '' }
  const changed = await setRoundDays(db, days)
  return changed ? { ok: true, closesOn } : { ok: false, errors: { closesOn: 'This round is not open.' } }
}

/** A day that exists and is not over at a place that exists, and lies before the day on which the answers are deleted. */
export function lastDayErrors(
  { closesOn, timeZone }: Pick<TypedLastDay, 'closesOn' | 'timeZone'>,
  { keepUntil }: Pick<Round, 'keepUntil'>,
  now: Date,
): LastDayErrors {
  if (!isTimeZone(timeZone)) return { timeZone: 'Please choose a time zone from the list.' }
  if (!isDay(closesOn)) return { closesOn: 'Please give a day, such as 2026-03-09.' }
  if (isOver(closesOn, timeZone, now)) return { closesOn: 'That day is over already.' }
  if (keepUntil === undefined || closesOn < keepUntil) return {}
  const day = writtenDay(keepUntil)
  return { closesOn: `The answers are deleted on ${day}, as leads were told: the last day must come before.` }
}
