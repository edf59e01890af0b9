import { opposedLines } from '../grouping/opposed-lines.ts'
import type { Certainty, Proposal, ProposalQuestion, ProposedGroup, Suggestion } from '../proposal.ts'
import type { EndpointAnswer } from './endpoint-answer.ts'

/** A service has no calibration of ours: its own confidence is taken at its word, with a wide margin. */
const [VERY_LIKELY, LIKELY] = [0.9, 0.6]

/** Our proposal with the groups and suggestions of a service put in; what rests on groups is carried over to them. */
export function withEndpointGroups(
  own: Proposal,
  answer: EndpointAnswer,
  question: ProposalQuestion,
): Proposal {
  const groups = answer.groups.map((group) => proposedGroup(group, question))
  return {
    ...own,
    groups,
    suggestions: answer.suggestions
      .map(
        (suggestion): Suggestion => ({
          ...suggestion,
          samePerson: sharePerson(suggestion.lineIds, question),
        }),
      )
      .sort((a, b) => b.confidence - a.confidence),
    nearest: nearestAmong(groups, own),
  }
}

function proposedGroup(group: EndpointAnswer['groups'][number], question: ProposalQuestion): ProposedGroup {
  const texts = group.lineIds.map((id) => question.lines.find((line) => line.id === id)?.text ?? '')
  const opposed = opposedLines(texts)
  return {
    ...group,
    certainty: certaintyOf(group.confidence),
    keywords: [],
    knownId: null,
    opposed: opposed && { lineIds: opposed.lines.map((at) => group.lineIds[at] as string), why: opposed.why },
  }
}

function certaintyOf(confidence: number): Certainty {
  if (confidence >= VERY_LIKELY) return 'very-likely'
  return confidence >= LIKELY ? 'likely' : 'maybe'
}

function sharePerson([a, b]: [string[], string[]], { lines }: ProposalQuestion): boolean {
  const people = (ids: readonly string[]) =>
    lines.filter(({ id }) => ids.includes(id)).map(({ person }) => person)
  return people(a).some((person) => people(b).includes(person))
}

/** For lines that the service left alone: where our own comparison would look, in terms of the service's groups. */
function nearestAmong(groups: readonly ProposedGroup[], own: Proposal): Proposal['nearest'] {
  const groupOf = new Map(groups.flatMap((group) => group.lineIds.map((id) => [id, group] as const)))
  return groups.flatMap(({ lineIds }) => {
    const [lineId] = lineIds
    if (lineIds.length !== 1 || lineId === undefined) return []
    const mates = own.groups.find((group) => group.lineIds.includes(lineId))
    const guesses = [
      ...(mates?.lineIds ?? []).map((id) => ({ id, similarity: mates?.confidence ?? 0 })),
      ...(own.nearest.find((entry) => entry.lineId === lineId)?.groups ?? []).flatMap((near) =>
        near.lineIds.map((id) => ({ id, similarity: near.similarity })),
      ),
    ]
    const found = new Map<ProposedGroup, number>()
    for (const { id, similarity } of guesses) {
      const group = groupOf.get(id)
      if (group && !group.lineIds.includes(lineId) && !found.has(group)) found.set(group, similarity)
    }
    const near = [...found].slice(0, 3).map(([group, similarity]) => ({ lineIds: group.lineIds, similarity }))
    return [{ lineId, groups: near }]
  })
}
