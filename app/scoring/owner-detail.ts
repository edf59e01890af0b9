import type { Disclosure } from './disclosure.ts'
import { changesWithoutOne } from './fragile-count.ts'
import { type OwnerOption, ownerCode, ownerOptions } from './owner-options.ts'
import { pairMatch } from './pair-match.ts'
import { likelyCount, peopleCount } from './people-count.ts'
import type { LevelAnswers, RoundAnswers } from './round-answers.ts'
import type { Detail, OwnershipState } from './round-scores.ts'

type OwnerDetail = Extract<Detail, { kind: 'owner' }>
type Named = OwnerOption & { count: number }

/** Whom one level named as the owner. Outside open mode an option that one person named is pooled, not listed. */
export function ownerDetail(answers: LevelAnswers, round: RoundAnswers): OwnerDetail {
  const { disclosure } = round
  const { n } = answers
  const named = namedOptions(answers, round)
  const listed = named.filter(({ count }) => disclosure.open || count > 1)
  const realPeople = named.filter(({ real }) => real).reduce((sum, { count }) => sum + count, 0)
  return {
    kind: 'owner',
    options: listed
      .map(({ id, label, count }) => ({ id, label, people: peopleCount(count, n, disclosure) }))
      .sort((a, b) => likelyCount(b.people) - likelyCount(a.people) || (a.label < b.label ? -1 : 1)),
    pooled: named.length - listed.length,
    state: ownershipState(named),
    fragile: isFragile(named),
    pairMatch: pairMatch(
      named.filter(({ real }) => real).map(({ count }) => count),
      n,
    ),
    modalRole: modalRole(named, n, disclosure),
    noRealOwner: peopleCount(n - realPeople, n, disclosure),
  }
}

function namedOptions(answers: LevelAnswers, round: RoundAnswers): Named[] {
  const options = ownerOptions(round.roles)
  const codes = answers.answers.map((answer) => ownerCode(options, answer))
  return options
    .map((option, place) => ({ ...option, count: codes.filter((code) => code === place).length }))
    .filter(({ count }) => count > 0)
}

function ownershipState(named: readonly Named[]): OwnershipState {
  const n = named.reduce((sum, { count }) => sum + count, 0)
  const real = named.filter((option) => option.real)
  if (real.some(({ count }) => 2 * count > n)) return 'agreed'
  const realPeople = real.reduce((sum, { count }) => sum + count, 0)
  return 2 * (n - realPeople) > n ? 'vacant' : 'contested'
}

function isFragile(named: readonly Named[]): boolean {
  return changesWithoutOne(
    named.map(({ count }) => count),
    (counts) => ownershipState(named.map((option, place) => ({ ...option, count: counts[place] as number }))),
  )
}

/** The role that most people name; null if two tie for it, or if it would stand for a single person. */
function modalRole(named: readonly Named[], n: number, disclosure: Disclosure): OwnerDetail['modalRole'] {
  const [first, second] = named.filter(({ real }) => real).sort((a, b) => b.count - a.count)
  if (!first || first.count === second?.count || (!disclosure.open && first.count === 1)) return null
  return { label: first.label, people: peopleCount(first.count, n, disclosure) }
}
