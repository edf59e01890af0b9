import { counted } from './count-words.ts'
import { addDays } from './day.ts'
import type { Lead } from './engagement.ts'
import { PRIVACY_MODES, type PrivacyMode, SMALLEST_GROUP } from './round.ts'
import type { RoundSettings } from './round-settings.ts'
import { USUAL_ZONE } from './time-zone.ts'
import { whatCanBeShown } from './what-can-be-shown.ts'

/** A fortnight with its weekends left out is what busy people need, and more is only put off. */
const USUAL_DAYS = 11

/** What the form for a new round starts from. */
export function usualSettings(
  roundNumber: number,
  instrumentKey: string,
  today: string,
  timeZone: string = USUAL_ZONE,
): RoundSettings {
  return {
    title: `Round ${roundNumber}`,
    instrumentKey,
    opensOn: today,
    closesOn: addDays(today, USUAL_DAYS),
    timeZone,
    closesItself: false,
    privacyMode: 'confidential',
    smallestGroup: SMALLEST_GROUP.default,
  }
}

/** What to think about for each mode, so that all three can be weighed before one is chosen. */
export function warningsByMode(
  leads: readonly Pick<Lead, 'level'>[],
  smallestGroup: number,
): Record<PrivacyMode, string[]> {
  const entries = PRIVACY_MODES.map((privacyMode) => {
    const { warnings } = whatCanBeShown(leads, { privacyMode, smallestGroup })
    return [privacyMode, warnings] as const
  })
  return Object.fromEntries(entries) as Record<PrivacyMode, string[]>
}

/** @example teamInWords(leads) // => 'Your team: 8 senior leads and 9 department leads.' */
export function teamInWords(leads: readonly Pick<Lead, 'level'>[]): string {
  const seniors = leads.filter(({ level }) => level === 'senior').length
  const others = leads.length - seniors
  return `Your team: ${counted(seniors, 'senior lead')} and ${counted(others, 'department lead')}.`
}
