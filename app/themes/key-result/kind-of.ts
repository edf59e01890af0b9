import { type Decision, judged } from './decision.ts'
import { kindByNouns } from './kind-by-nouns.ts'
import { kindByVerb } from './kind-by-verb.ts'
import { leadingVerb } from './leading-verb.ts'
import { isStrong, movementIn } from './movement.ts'
import type { Sentence } from './sentence.ts'

/** Reads the kind of a line, the surest ground first: what it leads to, the verb it starts with, then its nouns. */
export function kindOf({ main, result, purpose, head, tokens }: Sentence): Decision {
  const movement = movementIn(main)
  if (!tokens.some(({ meaning }) => meaning)) {
    const said = isStrong(movement)
      ? judged('outcome', 'measured-change')
      : judged('unclear', 'nothing-known')
    return { ...said, movement }
  }
  const intended = movementIn(purpose)
  const follows = movementIn(result) ?? (isStrong(intended) ? intended : null)
  if (follows) return { ...judged('outcome', 'result-follows'), movement: follows }
  const verb = leadingVerb(main, head, movement)
  if (verb) return { ...kindByVerb(verb, main.slice(head + 1), movement), verb, movement }
  return { ...kindByNouns(main, movement), movement }
}
