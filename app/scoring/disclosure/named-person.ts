import { exposedGroup } from './audit.ts'

/** Someone who is alone in a role, and who everybody else is. */
export interface NamedCase {
  /** Whether the person agreed, before answering, to be shown by name. */
  agreed: boolean
  /** The other people who answered, by group, the person's own group first. */
  others: readonly number[]
}

export interface NamedOutcome {
  total: boolean
  person: boolean
  /** Whether the groups, the first with the person in it, may be shown beside the total and the person. */
  groups: boolean
  /** Whether those other than the person may be shown together. */
  rest: boolean
}

/**
 * Whether a person who is alone in a role may be shown by name. Only who agreed, and only where all the others are enough,
 * because the total less the person is the others. What the person said is then known: groups are judged without it.
 *
 * Source: the rules of disclosure of this project.
 *
 * @example namedPerson({ agreed: true, others: [4] }, 5) // => { total: true, person: false, groups: false, rest: false }
 */
export function namedPerson({ agreed, others }: NamedCase, fewest: number): NamedOutcome {
  const rest = others.reduce((sum, people) => sum + people, 0)
  const person = agreed && rest >= fewest
  const classes = others.map((people, at) => ({ name: String(at), people }))
  const each = others.map((_, at) => others.map((__, other) => (other === at ? 1 : 0)))
  const apart = person && others.length > 1 && exposedGroup(classes, each, fewest) === null
  return { total: rest + 1 >= fewest, person, groups: apart, rest: person }
}
