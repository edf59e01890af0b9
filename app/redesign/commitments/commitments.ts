import { addDays } from '#app/rounds/day.ts'
import type { Plan, PlanEntry, PlanKind } from '../plan/plan.ts'

/** Kinds of the plan that somebody has to see to by a day. */
export type CommitmentKind = Extract<
  PlanKind,
  'decision' | 'not-now' | 'key-result' | 'stage' | 'countermeasure'
>

export type CommitmentState = 'open' | 'done' | 'missed' | 'dropped'

/** One line of the list that a leadership meeting goes by: what, who, by when, and where it stands. */
export interface Commitment {
  id: string
  kind: CommitmentKind
  revision: number
  words: string
  /** Empty where nobody has been named. */
  owner: string
  /** YYYY-MM-DD, or empty where no day is agreed. */
  due: string
  state: CommitmentState
}

/** Everything that was agreed with somebody, the next due first; what has no day comes last. */
export function commitmentsOf(plan: Plan): Commitment[] {
  return [
    ...plan.decision.map((entry) => line(entry, entry.content.wording, entry.content)),
    ...plan['not-now'].map((entry) => {
      const { work, sponsor, until, state } = entry.content
      const settled = { agreed: 'open', stopped: 'done', back: 'dropped' } as const
      return line(entry, `Stopped or waiting: ${work}`, { owner: sponsor, due: until, state: settled[state] })
    }),
    ...plan['key-result'].map((entry) => {
      const { wording, owner, due, state } = entry.content
      return line(entry, wording, { owner, due, state: state === 'reached' ? 'done' : state })
    }),
    ...plan.stage.map((entry) => {
      const { unit, owner, until, state } = entry.content
      return line(entry, `Rollout: ${unit}`, {
        owner,
        due: until,
        state: state === 'holds' ? 'done' : 'open',
      })
    }),
    ...plan.countermeasure.map((entry) => line(entry, entry.content.action, entry.content)),
  ].toSorted((one, other) => (one.due || LAST).localeCompare(other.due || LAST))
}

const LAST = '9999'

function line(
  { id, kind, revision }: PlanEntry,
  words: string,
  { owner, due, state }: Pick<Commitment, 'owner' | 'due' | 'state'>,
): Commitment {
  return { id, kind: kind as CommitmentKind, revision, words, owner, due, state }
}

/** Late first, then what is due within a fortnight, then the rest; what nobody has been given a day or an owner stands apart. */
export interface CommitmentGroups {
  late: Commitment[]
  soon: Commitment[]
  later: Commitment[]
  unsettled: Commitment[]
  over: Commitment[]
}

/** Within these days a commitment counts as due soon. */
export const SOON_DAYS = 14

export function groupCommitments(commitments: readonly Commitment[], today: string): CommitmentGroups {
  const soonest = addDays(today, SOON_DAYS)
  const groups: CommitmentGroups = { late: [], soon: [], later: [], unsettled: [], over: [] }
  for (const one of commitments) {
    if (one.state !== 'open') groups.over.push(one)
    else if (one.due !== '' && one.due < today) groups.late.push(one)
    else if (one.due === '' || one.owner === '') groups.unsettled.push(one)
    else if (one.due <= soonest) groups.soon.push(one)
    else groups.later.push(one)
  }
  return groups
}

/** How many of those whose day is past are done; null where none is. */
export function keptShare(
  commitments: readonly Commitment[],
  today: string,
): { kept: number; due: number } | null {
  const due = commitments.filter(
    (one) => one.state === 'missed' || (one.state !== 'dropped' && isPast(one, today)),
  )
  return due.length === 0
    ? null
    : { kept: due.filter(({ state }) => state === 'done').length, due: due.length }
}

function isPast({ due }: Commitment, today: string): boolean {
  return due !== '' && due < today
}
