import type { ProposalQuestion } from '../proposal.ts'
import type { LinkConstraints } from './linkage.ts'

/** A line to be grouped: of this round, or of a theme of an earlier one. */
export interface ArrangedLine {
  id: string
  person: string
  text: string
  knownId: string | null
}

export interface Arrangement {
  lines: ArrangedLine[]
  constraints: LinkConstraints
  /** How many lines are of this round; they come first. */
  ownCount: number
}

/** A theme may have gathered many lines over the rounds; the first few show what it means. */
const MOST_LINES_OF_A_KNOWN_THEME = 12

/** The lines in the order of their ids, so that their order in the question changes nothing, and what binds them. */
export function arrangeLines(question: ProposalQuestion): Arrangement {
  const own = question.lines
    .map((line) => ({ ...line, knownId: null }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const known = question.known.map(({ id, name, lineTexts }) =>
    [name, ...lineTexts].slice(0, MOST_LINES_OF_A_KNOWN_THEME).map((text, at) => ({
      id: `${id}/${at}`,
      person: `${id}/${at}`,
      text,
      knownId: id,
    })),
  )
  const lines = [...own, ...known.flat()]
  const placeOf = new Map(own.map(({ id }, place) => [id, place]))
  const starts = known.map(
    (_, at) => own.length + known.slice(0, at).reduce((sum, { length }) => sum + length, 0),
  )
  const places = (ids: readonly string[]) => ids.flatMap((id) => placeOf.get(id) ?? [])
  return {
    lines,
    ownCount: own.length,
    constraints: {
      together: [
        ...question.keep.together.map(places),
        ...known.map((group, at) => group.map((_, offset) => (starts[at] as number) + offset)),
      ].filter((group) => group.length > 1),
      apart: [
        ...question.keep.apart.map(places).filter(isPair),
        ...pairsWithin(starts),
        ...samePersonPairs(own),
      ],
    },
  }
}

/** Lines of one person: at most suggested to be one, because only they know why they wrote two. */
function samePersonPairs(lines: readonly ArrangedLine[]): [number, number][] {
  const byPerson = new Map<string, number[]>()
  for (const [place, { person }] of lines.entries())
    byPerson.set(person, [...(byPerson.get(person) ?? []), place])
  return [...byPerson.values()].flatMap(pairsWithin)
}

function pairsWithin(places: readonly number[]): [number, number][] {
  return places.flatMap((a, at) => places.slice(at + 1).map((b): [number, number] => [a, b]))
}

function isPair(places: number[]): places is [number, number] {
  return places.length === 2
}
