import { counted, listed } from './count-words.ts'
import { daysBetween, writtenDay } from './day.ts'
import type { NextAction, RoundToDo } from './next-action.ts'
import type { PostState } from './post-state.ts'
import type { Progress } from './progress.ts'
import { responseRisks } from './response-risk.ts'

/** From here on it is worth asking whether the time is enough. */
const LAST_DAYS = 2
const MOST_NAMES = 3

/** What an open round waits for: mails that did not arrive come first, since nobody can answer what they have not got. */
export function nextForOpen(
  round: RoundToDo,
  progress: Progress,
  today: string,
  post: PostState,
): NextAction {
  const missing = progress.invited - progress.done
  if (missing === 0) return { sentence: 'Everybody has answered: close the round.', label: '', href: null }
  const trouble = troubleWithPost(round, post)
  if (trouble) return trouble
  const left = daysBetween(today, round.closesOn)
  if (left <= LAST_DAYS) {
    const short = shortOfTime(round, progress, left)
    if (short) return short
  }
  if (progress.done + progress.started === 0) return firstInvitation(round, missing)
  return remind(round, progress, left, post)
}

function troubleWithPost(
  { id }: RoundToDo,
  { refused, uncertain, notInvited }: PostState,
): NextAction | null {
  const href = `/rounds/${id}/mail`
  if (refused.length > 0) {
    const sentence = `The mail server refused what you sent to ${named(refused)}: correct the address and send it again.`
    return { sentence, label: 'See what it said', href }
  }
  if (uncertain.length > 0) {
    const sentence = `A mail to ${named(uncertain)} may not have arrived: ask before you send it again.`
    return { sentence, label: 'Look at the mails', href }
  }
  if (notInvited === 0) return null
  const sentence = `${counted(notInvited, 'lead has', 'leads have')} no invitation yet: send ${notInvited === 1 ? 'it' : 'them'}.`
  return { sentence, label: 'Send invitations', href }
}

/** The last days are here and a level would not be shown: more time is better than no figure. */
function shortOfTime(round: RoundToDo, progress: Progress, left: number): NextAction | null {
  const hidden = responseRisks(progress, round).filter(({ kind }) => kind === 'hidden')
  const over = left < 0
  if (hidden.length === 0) {
    if (!over) return null
    const sentence = `The last day was ${writtenDay(round.closesOn)}: close the round when you are content.`
    return { sentence, label: '', href: null }
  }
  const when = over
    ? `The last day was ${writtenDay(round.closesOn)}`
    : left === 0
      ? 'The last day is today'
      : `${counted(left, 'day')} left`
  const groups = listed(hidden.map(({ name }) => name.toLowerCase()))
  const sentence = `${when}, and the report could say nothing of ${groups} yet: remind those who are missing, and give them more time.`
  return { sentence, label: 'Extend the round', href: `/rounds/${round.id}/days` }
}

function firstInvitation({ id }: RoundToDo, missing: number): NextAction {
  return {
    sentence: `Send each lead their personal link: ${missing} ${missing === 1 ? 'is' : 'are'} waiting for it.`,
    label: 'Mail or links',
    href: `/rounds/${id}/mail`,
  }
}

function remind(
  { id }: RoundToDo,
  progress: Progress,
  left: number,
  { nextReminder }: PostState,
): NextAction {
  const who = named(progress.missing.map(({ name }) => name))
  if (nextReminder) {
    const sentence = `Nothing to do now: ${who} will be reminded on ${writtenDay(nextReminder)}.`
    return { sentence, label: 'See the plan', href: `/rounds/${id}/mail` }
  }
  const time = left === 0 ? 'the round is meant to end today' : `${counted(left, 'day')} left`
  return { sentence: `Remind ${who}: ${time}.`, label: 'Get the links', href: `/rounds/${id}/mail` }
}

function named(names: readonly string[]): string {
  return names.length <= MOST_NAMES ? listed(names) : counted(names.length, 'lead')
}
