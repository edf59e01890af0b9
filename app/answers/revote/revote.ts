import type { Item, Level } from '#app/questionnaire/instrument.ts'
import { SMALLEST_GROUP } from '#app/rounds/round.ts'
import type { Answer } from '../answer.ts'

/** One item that the leads of a round which is over are asked once more, while they sit together. */
export interface Revote {
  id: string
  roundId: string
  itemId: string
  state: 'open' | 'closed'
  openedOn: string
  closedOn: string | null
}

/** What one person said. Nothing leads from it to the person. */
export interface Vote {
  id: string
  level: Level
  answer: Answer
}

/** Kinds that are answered with one touch and compared without anybody reading lines. */
const VOTABLE: readonly Item['kind'][] = ['scale', 'choice', 'owner']

export function isVotable({ kind }: Pick<Item, 'kind'>): boolean {
  return VOTABLE.includes(kind)
}

/** Words of one's own would tell whose they are, so a vote keeps none. */
export function withoutWords(answer: Answer): Answer {
  if (answer.state !== 'answered') return answer
  const { value } = answer
  if (value.kind === 'choice') return { ...answer, value: { ...value, text: '' } }
  if (value.kind !== 'owner' || value.owner.kind !== 'someone-else') return answer
  return { ...answer, value: { ...value, owner: { ...value.owner, text: '' } } }
}

/** So many must vote before anything is shown: as in the round, and never fewer than in one that hides names. */
export function smallestVote({ smallestGroup }: { smallestGroup: number }): number {
  return Math.max(SMALLEST_GROUP.floor, smallestGroup)
}
