import { addDays, writtenDay } from '#app/rounds/day.ts'
import { areAlike, askedInBoth } from './alike.ts'
import { type Conflict, type ForumEntry, quoted } from './conflict.ts'
import type { Forum } from './forum.ts'
import { mayShareSomebody } from './people-of.ts'
import { sittings } from './schedule.ts'
import { isTimed } from './schedule-words.ts'
import { addMinutes } from './wall-clock.ts'

/** Questions that two agendas share: one may be chance. */
const SHARED_AGENDA = 2
const YEAR = 365

/** What is wrong between two forums that may need the same person. Forums of different people are free to be alike. */
export function faultsBetween(one: ForumEntry, other: ForumEntry): Conflict[] {
  if (!mayShareSomebody(one.content, other.content)) return []
  const both = `${quoted(one.content.name)} and ${quoted(other.content.name)}`
  const forums = [one.id, other.id]
  const asked = askedInBoth(one.content.agenda, other.content.agenda)
  const clash = firstClash(one.content, other.content)
  const found: Conflict[] = []
  if (areAlike(one.content.purpose, other.content.purpose))
    found.push({ kind: 'same-purpose', words: `${both} have the same purpose. One of them can go.`, forums })
  if (asked.length >= SHARED_AGENDA)
    found.push({
      kind: 'same-questions',
      words: `${both} ask the same questions: ${asked.map(quoted).join(', ')}. One forum is doing the other’s job.`,
      forums,
    })
  if (clash)
    found.push({
      kind: 'same-time',
      words: `${both} fall on the same time, first on ${writtenDay(clash)}.`,
      forums,
    })
  return found
}

/** The first day of the year from which both are held on which they overlap by the clock; null where none is. */
function firstClash(one: Forum, other: Forum): string | null {
  if (!isTimed(one) || !isTimed(other) || one.timeZone !== other.timeZone) return null
  const from = one.startsOn > other.startsOn ? one.startsOn : other.startsOn
  const days = new Set(sittings(other, from, addDays(from, YEAR)).map(({ held }) => held))
  const shared = sittings(one, from, addDays(from, YEAR)).find(({ held }) => held !== null && days.has(held))
  return shared?.held && overlapByClock(one, other) ? shared.held : null
}

function overlapByClock(one: Forum, other: Forum): boolean {
  const [here, there] = [one, other].map(({ startsAt, minutes }) => ({
    from: `1:${startsAt}`,
    to: clockEnd(startsAt, minutes),
  })) as [{ from: string; to: string }, { from: string; to: string }]
  return here.from < there.to && there.from < here.to
}

/** The end of a forum by its clock; past midnight it sorts after every time of the day. */
function clockEnd(startsAt: string, minutes: number): string {
  const end = addMinutes({ day: '2000-01-01', time: startsAt }, minutes)
  return `${end.day === '2000-01-01' ? 1 : 2}:${end.time}`
}
