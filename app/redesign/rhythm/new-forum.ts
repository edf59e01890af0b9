import { areAlike } from './alike.ts'
import type { DraftForum } from './draft-rhythm.ts'
import type { Cadence, Forum } from './forum.ts'
import { type ForumTemplate, templateOf } from './forum-templates.ts'

/** What a new forum takes over from the client and from the forums that stand in the plan. */
export interface Usual {
  members: readonly string[]
  timeZone: string
  holidays: readonly string[]
}

type Stop = Pick<DraftForum['stops'][number], 'ruleId' | 'words'>

/** An hour to begin with; the day is the team's to choose. */
const USUAL_TIME = '09:00'

/**
 * A forum to start from: what its cadence needs, and where findings ask for it, whom the senior team names as its owner and
 * what it has to stop being.
 */
export function newForum(cadence: Cadence, usual: Usual, draft?: DraftForum): Forum {
  const { most, mustNotBecome, ...template } = templateOf(cadence)
  return {
    ...template,
    owner: draft?.owner?.role ?? '',
    members: [...usual.members],
    mustNotBecome: stopLines(mustNotBecome, draft?.stops ?? []).join('\n'),
    startsOn: '',
    startsAt: USUAL_TIME,
    timeZone: usual.timeZone,
    onHoliday: 'next-working-day',
    holidays: [...usual.holidays],
  }
}

/** What the findings say first; what they say is not said again in the template's words. */
function stopLines(usual: ForumTemplate['mustNotBecome'], found: readonly Stop[]): string[] {
  const rest = usual.filter(
    ({ rule, words }) => !found.some((stop) => stop.ruleId === rule || areAlike(stop.words, words)),
  )
  return [...found, ...rest].map(({ words }) => capital(words))
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1)
}
