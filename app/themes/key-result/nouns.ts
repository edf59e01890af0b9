import { DELIVERING } from './decision.ts'
import { is, isVerb, type Token } from './tokens.ts'

const PHRASE_ENDS = /^(for|with|in|of|to|by|at|on|from|across|,|\(|:|and|about|until|per)$/

/** The last thing or piece of work before the first "for", "with", "in": what the words before it are about. */
export function headNoun(tokens: readonly Token[]): Token | undefined {
  const end = tokens.findIndex(({ word }, at) => at > 0 && PHRASE_ENDS.test(word))
  const phrase = tokens.slice(0, end < 0 ? tokens.length : end)
  return phrase.findLast((token) => is(token, 'things') || is(token, 'work'))
}

/** "shipped", "live", "in place": what says of a thing that it is there. */
export function doneWord(tokens: readonly Token[]): Token | null {
  return tokens.findLast((token, at) => at > 0 && saysDone(token)) ?? null
}

function saysDone(token: Token): boolean {
  return (
    is(token, 'doneStates') || (isVerb(token, DELIVERING, ['done']) && !isVerb(token, ['behaving'], ['base']))
  )
}

/** "310 units a week": so many in a time, again and again. */
export function isRate(tokens: readonly Token[]): boolean {
  const per = tokens.findIndex(
    ({ word }, at) =>
      /^(a|an|per)$/.test(word) && /^(hour|day|shift|week|month)$/.test(tokens[at + 1]?.word ?? ''),
  )
  return per > 1 && hasQuantity(tokens.slice(0, per))
}

export function hasQuantity(tokens: readonly Token[]): boolean {
  return tokens.some(({ value, date }) => value !== null && !date)
}

const MANY = /s$|^(people|staff|everyone|everybody|business|nobody|cust)/

/** What people do: the verb after them, as in "managers hold", "more customers solve". Null where nobody does anything. */
export function behaviourIn(tokens: readonly Token[]): Token | null {
  for (const [at, token] of tokens.entries()) {
    if (!is(token, 'people') || !MANY.test(token.word)) continue
    const verb = tokens[/ly$/.test(tokens[at + 1]?.word ?? '') ? at + 2 : at + 1]
    const acts = isVerb(verb, ['behaving', 'doing', 'delivering', 'changing'], ['base', 'third'])
    if (verb && acts && !isVerb(verb, DELIVERING, ['done'])) return verb
  }
  return null
}
