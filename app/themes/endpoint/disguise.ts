import type { ProposalQuestion } from '../proposal.ts'
import type { EndpointAnswer } from './endpoint-answer.ts'

export interface Disguised {
  question: ProposalQuestion
  /** The answer to the disguised question, in terms of the real one. */
  reveal(answer: EndpointAnswer): EndpointAnswer
}

/** The question with counted ids in the place of those of the database: a service learns what was said and nothing to look up. */
export function disguise(question: ProposalQuestion): Disguised {
  const lines = counted(
    question.lines.map(({ id }) => id),
    'l',
  )
  const people = counted(
    question.lines.map(({ person }) => person),
    'p',
  )
  const themes = counted(
    question.known.map(({ id }) => id),
    't',
  )
  const real = new Map([...lines].map(([id, short]) => [short, id]))
  const to = (map: Map<string, string>) => (id: string) => map.get(id) ?? ''
  const back = (ids: readonly string[]) => ids.map((id) => real.get(id) ?? '')
  return {
    question: {
      ...question,
      lines: question.lines.map(({ id, person, text }) => ({
        id: to(lines)(id),
        person: to(people)(person),
        text,
      })),
      keep: {
        together: question.keep.together.map((ids) => ids.filter((id) => lines.has(id)).map(to(lines))),
        apart: question.keep.apart
          .filter((pair) => pair.every((id) => lines.has(id)))
          .map(([a, b]): [string, string] => [to(lines)(a), to(lines)(b)]),
      },
      known: question.known.map((theme) => ({ ...theme, id: to(themes)(theme.id) })),
    },
    reveal: ({ groups, suggestions }) => ({
      groups: groups.map((group) => ({ ...group, lineIds: back(group.lineIds) })),
      suggestions: suggestions.map((suggestion) => ({
        ...suggestion,
        lineIds: [back(suggestion.lineIds[0]), back(suggestion.lineIds[1])],
      })),
    }),
  }
}

function counted(ids: readonly string[], letter: string): Map<string, string> {
  return new Map([...new Set(ids)].map((id, at) => [id, `${letter}${at + 1}`]))
}
