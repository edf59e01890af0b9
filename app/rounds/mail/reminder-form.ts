import { isTimeZone } from '../time-zone.ts'
import type { ReminderPlan } from './reminder-plan.ts'

export type TypedPlan = Record<'everyDays' | 'most' | 'fromHour' | 'untilHour' | 'timeZone', string>
export type PlanErrors = Partial<Record<keyof TypedPlan, string>>

export const PLAN_FIELDS = ['everyDays', 'most', 'fromHour', 'untilHour', 'timeZone'] as const

const LIMITS = {
  everyDays: [1, 30, 'A whole number of days from 1 to 30.'],
  most: [1, 5, 'From 1 to 5: after that a reminder is a nuisance.'],
  fromHour: [0, 23, 'An hour from 0 to 23.'],
  untilHour: [1, 24, 'An hour from 1 to 24.'],
} as const

/** Reads the plan of reminders as typed. */
export function readPlan(
  typed: TypedPlan,
): { ok: true; plan: ReminderPlan } | { ok: false; errors: PlanErrors } {
  const errors: PlanErrors = {}
  const number = (name: keyof typeof LIMITS): number => {
    const [least, most, words] = LIMITS[name]
    const value = /^\d{1,2}$/.test(typed[name].trim()) ? Number(typed[name]) : Number.NaN
    if (!(value >= least && value <= most)) errors[name] = words
    return value
  }
  const plan = {
    everyDays: number('everyDays'),
    most: number('most'),
    fromHour: number('fromHour'),
    untilHour: number('untilHour'),
    timeZone: typed.timeZone.trim(),
  }
  if (!errors.fromHour && !errors.untilHour && plan.fromHour >= plan.untilHour)
    errors.untilHour = 'The last hour lies before the first.'
  if (!isTimeZone(plan.timeZone)) errors.timeZone = 'Choose a time zone from the list.'
  return Object.keys(errors).length === 0 ? { ok: true, plan } : { ok: false, errors }
}

export function typedPlan(plan: ReminderPlan | null): TypedPlan {
  const { everyDays, most, fromHour, untilHour, timeZone } = plan ?? DEFAULT_PLAN
  return {
    everyDays: String(everyDays),
    most: String(most),
    fromHour: String(fromHour),
    untilHour: String(untilHour),
    timeZone,
  }
}

const DEFAULT_PLAN: ReminderPlan = { everyDays: 3, most: 2, fromHour: 8, untilHour: 18, timeZone: 'UTC' }
