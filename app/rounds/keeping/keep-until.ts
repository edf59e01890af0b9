import { addDays, daysBetween, isDay, writtenDay } from '../day.ts'
import type { NextAction } from '../next-action.ts'
import type { Round } from '../round.ts'

const USUAL_MONTHS = 12
const MOST_MONTHS = 60
const WARNING_DAYS = 30
const STAYS = 'Published reports stay as they were frozen.'
const PUBLISH_FIRST = 'Publish the report before then: afterwards there is nothing to make it from.'

type Kept = Pick<Round, 'state' | 'closesOn' | 'closedOn' | 'keepUntil' | 'answersDeletedOn'>

/** The day on which the answers of a round are deleted: the one that was set, else twelve months after its last day. */
export function keepUntilOf({ closesOn, keepUntil }: Pick<Round, 'closesOn' | 'keepUntil'>): string {
  return keepUntil !== undefined && keepUntil > closesOn ? keepUntil : addMonths(closesOn, USUAL_MONTHS)
}

/** The same day so many months later, or the last day of that month where there is no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return addDays(first.toISOString().slice(0, 10), Math.min(date, last) - 1)
}

/** What is wrong with a day, in words, or null. Leads were promised a day when the round opened: after that it only comes nearer. */
export function keepUntilFault(day: string, round: Kept, today: string): string | null {
  if (!isDay(day)) return 'Please give a day, such as 2027-03-09.'
  if (round.state === 'draft') return draftFault(day, round)
  if (day > keepUntilOf(round))
    return `Leads were promised ${writtenDay(keepUntilOf(round))}. The day can be earlier, never later.`
  if (day <= today) return 'Please give a day to come.'
  if (round.state === 'open' && day <= round.closesOn)
    return `The round is open until ${writtenDay(round.closesOn)}: please give a later day.`
  return null
}

function draftFault(day: string, { closesOn }: Kept): string | null {
  if (day <= closesOn)
    return `The round is meant to close on ${writtenDay(closesOn)}: please give a later day.`
  return day > addMonths(closesOn, MOST_MONTHS)
    ? `Five years after its last day, ${writtenDay(addMonths(closesOn, MOST_MONTHS))}, is the latest.`
    : null
}

export interface KeepingNotice {
  deleted: boolean
  words: string
  /** What follows from it. */
  more: string
}

/** What the monitor says of the answers' end: the day they went, or that it is near. Null where there is nothing to say yet. */
export function keepingNotice(round: Kept, today: string): KeepingNotice | null {
  if (round.answersDeletedOn)
    return {
      deleted: true,
      words: `The answers were deleted on ${writtenDay(round.answersDeletedOn)}.`,
      more: STAYS,
    }
  if (round.state === 'draft') return null
  const day = keepUntilOf(round)
  const left = daysBetween(today, day)
  if (left > WARNING_DAYS) return null
  const when = left <= 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${left} days`
  const more = round.state === 'published' ? STAYS : PUBLISH_FIRST
  return { deleted: false, words: `The answers are deleted ${when}, on ${writtenDay(day)}.`, more }
}

/** What a round without answers waits for: its report can be shared if there is one, and nothing else can be done. */
export function nextAfterDeletion({
  id,
  engagementId,
  state,
  answersDeletedOn,
}: Pick<Round, 'id' | 'engagementId' | 'state' | 'answersDeletedOn'>): NextAction | null {
  if (!answersDeletedOn) return null
  if (state === 'published')
    return {
      sentence: 'The answers are gone; the published report stays.',
      label: 'Share the report',
      href: `/rounds/${id}/shares`,
    }
  const href = `/engagements/${engagementId}/rounds/new`
  return { sentence: 'The answers of this round are gone.', label: 'Plan a round', href }
}
