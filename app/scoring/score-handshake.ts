import { LEVELS } from '#app/questionnaire/instrument.ts'
import { type DependencyClaim, dependencyClaims, namesNoProvider } from './dependency-claims.ts'
import { tooFew } from './disclosure.ts'
import type { PeopleCount, TooFew } from './measure.ts'
import { DEPENDENCIES } from './named-items.ts'
import { likelyCount, peopleCount } from './people-count.ts'
import { type RoundAnswers, shownAnswers } from './round-answers.ts'
import type { DependencyPair, Handshake, HandshakeState, HandshakeUnknown } from './round-scores.ts'
import type { ScoreInput } from './score-input.ts'

/** Of fewer pairs, coded as they are, no share is given. */
const FEWEST_ASKED = 2

/** A pair of departments with what was said of it. */
interface Pair {
  provider: string
  waiting: string
  /** Different people who name it. */
  people: number
  state: HandshakeState
}

/**
 * The dependency handshake: leads of one department say what they need from another; do leads of that other one say so, too?
 * A pair is counted over everybody who may be shown together, never within a department, and outside open mode it is listed
 * from two people on and without its state, which in a department of two would be what one of them said. What became of all
 * pairs taken together is told in every mode, coded at its ends.
 *
 * Null where the instrument does not ask. Not known in an unlinked round, and where the leads have no departments.
 *
 * Source: this project's own.
 */
export function scoreHandshake(
  round: RoundAnswers,
  { round: { privacyMode }, departments = [] }: Pick<ScoreInput, 'round' | 'departments'>,
): Handshake | HandshakeUnknown | TooFew | null {
  const asked = round.items.find(({ item }) => item.id === DEPENDENCIES)
  if (asked?.item.kind !== 'lines' || asked.item.pickers.length === 0) return null
  if (privacyMode === 'unlinked') return { kind: 'not-known', reason: 'unlinked' }
  const levels = LEVELS.flatMap((level) => shownAnswers(round, DEPENDENCIES, level) ?? [])
  if (levels.length === 0) return tooFew(round.people.senior + round.people.department, round.disclosure)
  if (
    departments.length === 0 ||
    levels.every(({ departmentIds }) => departmentIds.every((id) => id === null))
  ) {
    return { kind: 'not-known', reason: 'no-departments' }
  }
  const n = levels.reduce((sum, answers) => sum + answers.n, 0)
  const pairs = pairsOf(levels.flatMap((answers, level) => dependencyClaims(answers, `${level}`)))
  const unowned = levels.reduce((sum, { answers }) => sum + answers.filter(namesNoProvider).length, 0)
  const names = new Map(departments.map(({ id, name }) => [id, name]))
  return {
    kind: 'measured',
    n,
    departments: departments.map(({ name }) => name),
    ...listed(pairs, names, n, round),
    ...outcomes(pairs, round),
    unowned: peopleCount(unowned, n, round.disclosure),
  }
}

function pairsOf(claims: readonly DependencyClaim[]): Pair[] {
  const byPair = new Map<string, DependencyClaim[]>()
  for (const claim of claims) {
    const key = JSON.stringify([claim.provider, claim.waiting])
    byPair.set(key, [...(byPair.get(key) ?? []), claim])
  }
  return [...byPair.values()].map((own) => {
    const { provider, waiting } = own[0] as DependencyClaim
    const heldBy = (department: string) => own.some((claim) => claim.department === department)
    return {
      provider,
      waiting,
      people: new Set(own.map(({ person }) => person)).size,
      state: stateOf(
        heldBy(provider),
        own.some((claim) => claim.department !== provider),
      ),
    }
  })
}

function stateOf(providerSays: boolean, othersSay: boolean): HandshakeState {
  if (!providerSays) return 'orphan'
  return othersSay ? 'acknowledged' : 'unasked'
}

function listed(
  pairs: readonly Pair[],
  names: ReadonlyMap<string, string>,
  n: number,
  { disclosure }: RoundAnswers,
): Pick<Handshake, 'pairs' | 'pooled'> {
  const known = pairs.filter(({ people }) => disclosure.open || people > 1)
  const shown = known.map(
    ({ provider, waiting, people, state }): DependencyPair => ({
      provider: names.get(provider) ?? provider,
      waiting: names.get(waiting) ?? waiting,
      people: peopleCount(people, n, disclosure),
      state: disclosure.open ? state : null,
    }),
  )
  const label = ({ provider, waiting }: DependencyPair) => `${waiting} ${provider}`
  shown.sort((a, b) => likelyCount(b.people) - likelyCount(a.people) || (label(a) < label(b) ? -1 : 1))
  return { pairs: shown, pooled: pairs.length - known.length }
}

/** What became of all pairs, with the share of those asked for that the other side knows of. */
function outcomes(
  pairs: readonly Pair[],
  { disclosure }: RoundAnswers,
): Pick<Handshake, 'acknowledged' | 'orphan' | 'unasked' | 'reciprocity'> {
  const count = (state: HandshakeState): PeopleCount =>
    peopleCount(pairs.filter((pair) => pair.state === state).length, pairs.length, disclosure)
  const acknowledged = count('acknowledged')
  const orphan = count('orphan')
  const asked = likelyCount(acknowledged) + likelyCount(orphan)
  return {
    acknowledged,
    orphan,
    unasked: count('unasked'),
    reciprocity: asked < (disclosure.open ? 1 : FEWEST_ASKED) ? null : likelyCount(acknowledged) / asked,
  }
}
