import { isDay } from '#app/rounds/day.ts'
import type { FieldErrors } from '#app/ui/error-summary.tsx'
import { ownerError } from '../plan/one-owner.ts'
import { NOT_NOW_STATES, type NotNow } from './not-now.ts'

export const NOT_NOW_FIELDS = ['work', 'sponsor', 'reason', 'until', 'state', 'draftedFrom'] as const

type Typed = Record<(typeof NOT_NOW_FIELDS)[number], string>
type Read = { ok: true; content: NotNow } | { ok: false; errors: FieldErrors }

/** Without somebody who says no again and a reason to say it with, work that was stopped goes on. */
export function readNotNow(typed: Typed, owners: readonly string[]): Read {
  const { work, sponsor, reason, until, draftedFrom } = typed
  const sponsorWrong = ownerError(sponsor, owners)
  const errors: FieldErrors = {
    ...(work.trim() === '' && { work: 'Please name the work.' }),
    ...(sponsorWrong && { sponsor: sponsorWrong }),
    ...(reason.trim() === '' && { reason: 'Please give the reason: whoever is told to stop will ask.' }),
    ...(until !== '' &&
      !isDay(until) && { until: 'Please write the day as year-month-day, or leave it empty.' }),
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const state = NOT_NOW_STATES.find((one) => one === typed.state) ?? 'agreed'
  const content = { work, sponsor, reason, until, state }
  return { ok: true, content: draftedFrom ? { ...content, draftedFrom } : content }
}
