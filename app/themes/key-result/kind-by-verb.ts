import { type Judged, judged } from './decision.ts'
import type { Movement } from './movement.ts'
import { isStrong } from './movement.ts'
import { headNoun } from './nouns.ts'
import { is, isVerb, type Token } from './tokens.ts'

/** The kind of a line that starts with a verb, by what follows it. */
export function kindByVerb(
  verb: NonNullable<Judged['verb']>,
  rest: readonly Token[],
  movement: Movement | null,
): Judged {
  if (verb.class === 'changing') return afterChanging(rest, movement)
  if (verb.class === 'doing') return afterDoing(rest, movement)
  return afterDelivering(verb.token, rest, movement)
}

/** "Reduce churn" changes a result; "improve our processes" changes the work. */
function afterChanging(rest: readonly Token[], movement: Movement | null): Judged {
  if (isStep(movement)) return judged('outcome', 'measured-change')
  const work = rest.findIndex((token) => is(token, 'work'))
  const measure = rest.findIndex((token) => is(token, 'measures'))
  const measureFirst = measure >= 0 && (work < 0 || measure <= work)
  if (measureFirst || (measure >= 0 && isStrong(movement))) return judged('outcome', 'measure-moves')
  if (work >= 0) return judged('activity', 'improves-work')
  if (isStrong(movement) || movement?.kind === 'direction') return judged('outcome', 'measured-change')
  return judged('activity', 'improves-work')
}

/** A share of people who are trained is still training; only a measure that moves makes more of it. */
function afterDoing(rest: readonly Token[], movement: Movement | null): Judged {
  const moves = movement !== null && movement.kind !== 'percent' && movement.kind !== 'none'
  return moves && rest.some((token) => is(token, 'measures'))
    ? judged('outcome', 'measured-change')
    : judged('activity', 'order-to-do')
}

/** "Launch the portal" delivers, "launch three campaigns" does, "deliver a margin above 11 %" is a result. */
function afterDelivering(first: Token, rest: readonly Token[], movement: Movement | null): Judged {
  const noun = headNoun(rest)
  const measured = rest.some((token) => is(token, 'measures'))
  if (measured && isStep(movement)) return judged('outcome', 'measured-change')
  if (is(noun, 'things')) return judged('output', 'order-to-deliver')
  if (is(noun, 'work')) return judged('activity', 'work-named')
  if (measured && movement) return judged('outcome', 'measured-change')
  const placesNothing = isVerb(first, ['placing']) && !isVerb(first, ['delivering'])
  if (placesNothing && !rest.some((token) => is(token, 'things'))) return judged('activity', 'places-nothing')
  return judged('output', 'order-to-deliver')
}

function isStep(movement: Movement | null): boolean {
  return movement?.kind === 'step' || movement?.kind === 'limit'
}
