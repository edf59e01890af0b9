import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import { shortened } from '../plan/shortened.ts'
import type { NotNowEntry } from './draft-not-now.ts'
import type { DraftPriority } from './draft-priorities.ts'
import type { NotNow } from './not-now.ts'
import type { PriorityLimit } from './priority-limit.ts'

/** How many stand, and how many may: "Four stand. The limit is three: as many as …". */
export function countWords(standing: number, { limit, why }: PriorityLimit): string {
  const stand = `${capitalise(numberWord(standing))} ${standing === 1 ? 'stands' : 'stand'}`
  return `${stand}. The limit is ${numberWord(limit)}: ${why}.`
}

/** What is known of a draft: "Named by five of nine senior leaders; put first by three of nine." */
export function draftWords({ official, namedBy, putFirst, stoppedBy }: DraftPriority): string {
  const named = namedBy ? `named by ${namedBy}` : 'named by nobody, or by too few to say'
  const first = putFirst ? `; put first by ${putFirst}` : ''
  const sealed = official ? 'Official, from the sealed list; ' : ''
  const stopped = stoppedBy ? ` ${capitalise(stoppedBy)} would stop it.` : ''
  return `${capitalise(`${sealed}${named}${first}`)}.${stopped}`
}

/** Who would stop a piece of work, and who counts on it. */
export function stopWords({ wantedBy, alsoPriorityOf }: NotNowEntry): string {
  const wanted = wantedBy ? `${capitalise(wantedBy)} would stop it or let it wait.` : 'Named as work to stop.'
  return alsoPriorityOf ? `${wanted} A priority for ${alsoPriorityOf}: decide that first.` : wanted
}

/** The reason that a draft starts with, in figures; the team puts its own in the place. */
export function draftReason({ wantedBy }: NotNowEntry): string {
  return wantedBy ? shortened(`${capitalise(wantedBy)} would stop it or let it wait`, 240) : ''
}

export const STATE_WORDS: Record<NotNow['state'], string> = {
  agreed: 'Agreed to wait',
  stopped: 'Stopped',
  back: 'Taken up again',
}
