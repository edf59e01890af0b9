import type { DraftForum } from './draft-rhythm.ts'
import type { Cadence, Forum } from './forum.ts'
import { templateOf } from './forum-templates.ts'

/** What a new forum takes over from the client and from the forums that stand in the plan. */
export interface Usual {
  members: readonly string[]
  timeZone: string
  holidays: readonly string[]
}

/** An hour to begin with; the day is the team's to choose. */
const USUAL_TIME = '09:00'

/**
 * A forum to start from: what its cadence needs, and where findings ask for it, whom the senior team names as its owner and
 * what it has to stop being.
 */
export function newForum(cadence: Cadence, usual: Usual, draft?: DraftForum): Forum {
  const { most, mustNotBecome, ...template } = templateOf(cadence)
  const stops = draft?.stops.map(({ words }) => capital(words)) ?? []
  return {
    ...template,
    owner: draft?.owner?.role ?? '',
    members: [...usual.members],
    mustNotBecome: [...stops, ...mustNotBecome].join('\n'),
    startsOn: '',
    startsAt: USUAL_TIME,
    timeZone: usual.timeZone,
    onHoliday: 'next-working-day',
    holidays: [...usual.holidays],
  }
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1)
}
