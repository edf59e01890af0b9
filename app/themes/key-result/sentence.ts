import { is, isVerb, isWord, type Token } from './tokens.ts'

/** A line cut into what it says, what it is for, and what it leads to. */
export interface Sentence {
  tokens: readonly Token[]
  /** The tokens without the part that says what for. */
  main: readonly Token[]
  /** "to improve satisfaction", "for reducing churn": what the work is for, which is not yet a result. */
  purpose: readonly Token[]
  /** "and get 30 % of renewals through it", "so that calls halve". */
  result: readonly Token[]
  /** Place of the first word that counts, in `main`. */
  head: number
}

const SKIPPED = [
  'we',
  'will',
  'to',
  'please',
  'successfully',
  'fully',
  'must',
  'should',
  'and',
  'our',
  'the',
  'a',
  'an',
  'all',
]

export function sentenceOf(tokens: readonly Token[]): Sentence {
  const head = Math.max(
    0,
    tokens.findIndex((token) => isWord(token) && !SKIPPED.includes(token.word)),
  )
  const leads = tokens.findIndex((_, at) => at > head + 1 && startsResult(tokens, at))
  const before = leads < 0 ? tokens : tokens.slice(0, leads)
  const from = before.findIndex((_, at) => at > head && startsPurpose(before, at))
  if (from < 0)
    return { tokens, main: before, purpose: [], result: leads < 0 ? [] : tokens.slice(leads), head }
  // "Tool for reducing churn delivered": what follows the purpose still belongs to the thing.
  const last = before.findLastIndex((token, at) => at > from + 1 && isVerb(token, ['delivering'], ['done']))
  const to = last < 0 ? before.length : last
  return {
    tokens,
    main: [...before.slice(0, from), ...before.slice(to)],
    purpose: before.slice(from, to),
    result: leads < 0 ? [] : tokens.slice(leads),
    head,
  }
}

function startsPurpose(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (token?.word === 'to') return isVerb(next, ['changing', 'doing', 'delivering'], ['base']) && !next?.value
  return token?.word === 'for' && isVerb(next, ['changing'], ['gerund'])
}

function startsResult(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (/^(so|such)-that$|^(leads?-to|leading-to|results-in|resulting-in)$/.test(token?.word ?? '')) return true
  if (before?.word !== 'and' && before?.word !== ',') return false
  return is(token, 'results') || isVerb(token, ['changing'], ['base'])
}
