import { DELIVERING, type Judged } from './decision.ts'
import type { VerbClass } from './lexicon.ts'
import type { Movement } from './movement.ts'
import { doneWord } from './nouns.ts'
import { is, isVerb, isWord, type Token } from './tokens.ts'

/** The verb that a line starts with; null where its first word is a noun, or could be one and reads as one. */
export function leadingVerb(
  tokens: readonly Token[],
  head: number,
  movement: Movement | null,
): NonNullable<Judged['verb']> | null {
  const [first, next] = [tokens[head], tokens[head + 1]]
  if (!first || !isVerb(first, ['doing', 'delivering', 'placing', 'changing'])) return null
  if (isGerund(first) && (is(first, 'work') || !nounFollows(next))) return null
  const saysMore = movement !== null || doneWord(tokens.slice(head)) !== null
  if (isAlsoNoun(first) && readsAsNoun(next, saysMore)) return null
  return { token: first, class: classOf(first) }
}

/** "Order lead time 14 -> 8 days", "Release frequency up", but "Release the app", "Order 20 lorries". */
function readsAsNoun(next: Token | undefined, saysMore: boolean): boolean {
  if (next === undefined || is(next, 'up') || is(next, 'down') || is(next, 'limits')) return true
  return nounFollows(next) && saysMore
}

function isAlsoNoun(token: Token): boolean {
  return (['alsoNouns', 'people', 'measures', 'work', 'things'] as const).some((mark) => is(token, mark))
}

function isGerund({ meaning }: Token): boolean {
  const forms = meaning?.verb?.forms ?? []
  return forms.includes('gerund') && !forms.includes('base')
}

function nounFollows(next: Token | undefined): boolean {
  return isWord(next) && next?.value === null && !is(next, 'plain') && !is(next, 'recurring')
}

function classOf({ meaning }: Token): VerbClass {
  const classes = meaning?.verb?.classes ?? []
  if (classes.includes('changing') && !classes.includes('delivering')) return 'changing'
  return DELIVERING.find((one) => classes.includes(one)) ?? 'doing'
}
