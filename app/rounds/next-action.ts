import { counted } from './count-words.ts'
import { daysBetween, writtenDay } from './day.ts'
import type { Lead } from './engagement.ts'
import { nextForOpen } from './next-for-open.ts'
import { NO_POST, type PostState } from './post-state.ts'
import type { Progress } from './progress.ts'
import type { Round } from './round.ts'

/** The one thing to do next, in a sentence, and where it is done. `href` is null where it is done on this very page. */
export interface NextAction {
  sentence: string
  label: string
  href: string | null
}

export type RoundToDo = Pick<
  Round,
  'id' | 'engagementId' | 'title' | 'state' | 'opensOn' | 'closesOn' | 'privacyMode' | 'smallestGroup'
> &
  Pick<Round, 'closesItself'>

/** What an engagement waits for: leads first, then a round, then whatever its latest round waits for. */
export function nextForEngagement(
  engagementId: string,
  leads: readonly Pick<Lead, 'level'>[],
  latest: Pick<RoundToDo, 'id' | 'title' | 'state'> | null,
): NextAction {
  const base = `/engagements/${engagementId}`
  const levels = new Set(leads.map(({ level }) => level))
  if (latest && latest.state !== 'draft') return onward(latest)
  if (leads.length === 0) {
    return { sentence: 'Add the people you want to ask.', label: 'Add leads', href: `${base}/leads/import` }
  }
  if (levels.size === 1) {
    const other = levels.has('senior') ? 'department leads' : 'the senior team'
    const sentence = `Add ${other} as well: the diagnosis compares the two levels.`
    return { sentence, label: 'Add leads', href: `${base}/leads/import` }
  }
  if (latest) return onward(latest)
  return {
    sentence: 'The team is complete: plan the first round.',
    label: 'Plan a round',
    href: `${base}/rounds/new`,
  }
}

function onward(round: Pick<RoundToDo, 'id' | 'title' | 'state'>): NextAction {
  const sentences: Record<Round['state'], string> = {
    draft: `“${round.title}” is ready to be checked and opened.`,
    open: `“${round.title}” is open: see who is missing.`,
    closed: `“${round.title}” is closed: confirm the themes and read the report.`,
    published: `The report on “${round.title}” is published: share it, or plan the next round.`,
  }
  return { sentence: sentences[round.state], label: 'Go to the round', href: `/rounds/${round.id}` }
}

/** What a round waits for. */
export function nextForRound(
  round: RoundToDo,
  progress: Progress,
  leadCount: number,
  today: string,
  post: PostState = NO_POST,
): NextAction {
  const base = `/rounds/${round.id}`
  switch (round.state) {
    case 'draft':
      return nextForDraft(round, leadCount, today)
    case 'open':
      return nextForOpen(round, progress, today, post)
    case 'closed':
      if (progress.done === 0)
        return { sentence: 'Nobody has answered, so there is nothing to report.', label: '', href: null }
      return {
        sentence: 'Look through the themes, then read the report.',
        label: 'Confirm the themes',
        href: `${base}/themes`,
      }
    case 'published':
      return {
        sentence: 'The report is published. Give the sponsor a link.',
        label: 'Share the report',
        href: `${base}/shares`,
      }
  }
}

function nextForDraft(round: RoundToDo, leadCount: number, today: string): NextAction {
  if (leadCount === 0) {
    const href = `/engagements/${round.engagementId}/leads/import`
    return { sentence: 'Add leads first: there is nobody to ask.', label: 'Add leads', href }
  }
  const wait = daysBetween(today, round.opensOn)
  const sentence =
    wait > 0
      ? `Read the questionnaire as your leads will, and open the round on ${writtenDay(round.opensOn)}.`
      : `Read the questionnaire once more, then open the round: ${counted(leadCount, 'lead is', 'leads are')} waiting.`
  return { sentence, label: 'Preview the questionnaire', href: `/rounds/${round.id}/preview` }
}
