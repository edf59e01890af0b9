import { VERB_CLASSES } from './lexicon.ts'
import { is, isVerb, isWord, type Token } from './tokens.ts'

/** How a line says that something changes or is held against a limit. */
export interface Movement {
  /** step: from one value to another. limit: above, below, within. direction: up, down. none: zero, nobody. percent: a share. */
  kind: 'step' | 'limit' | 'direction' | 'none' | 'percent'
  /** The words that say it, as typed. */
  words: string
  baseline: string | null
  target: string | null
}

const SIGNS = ['<', '>', '≤', '≥', '+']
const ARROWS = ['->', '=>', '→', '➔']
const UNITS = [
  '%',
  '‰',
  '€',
  '£',
  '$',
  'per-cent',
  'k',
  'm',
  'bn',
  'million',
  'days',
  'weeks',
  'hours',
  'minutes',
  'points',
]
/** Between the two values of a step: "from 6.1 to 4.5", "18 % of them to 25 %", "from 31 of 40 users to". */
const FARTHEST = 6

/** The strongest way in which the tokens say that something changes; null where they do not. */
export function movementIn(tokens: readonly Token[]): Movement | null {
  return (
    stepIn(tokens) ??
    insteadIn(tokens) ??
    limitIn(tokens) ??
    directionIn(tokens) ??
    noneIn(tokens) ??
    percentIn(tokens)
  )
}

/** A value, a limit or a share: more than a word of direction. */
export function isStrong(movement: Movement | null): boolean {
  return movement?.kind === 'step' || movement?.kind === 'limit' || movement?.kind === 'percent'
}

function stepIn(tokens: readonly Token[]): Movement | null {
  for (const [at, token] of tokens.entries()) {
    if (
      !ARROWS.includes(token.word) &&
      token.word !== 'to' &&
      token.word !== 'down-to' &&
      token.word !== 'up-to'
    )
      continue
    const from = lastValue(tokens, at - FARTHEST, at)
    const to = firstValue(tokens, at + 1, at + 3)
    if (from === null || to === null) continue
    const said = tokens
      .slice(Math.max(0, from - 1), to + 2)
      .some(({ word }) => word === 'from' || UNITS.includes(word))
    if (!said && !ARROWS.includes(token.word) && !/[.:]/.test(tokens.slice(0, from).at(-1)?.word ?? ''))
      continue
    return {
      kind: 'step',
      words: textOf(tokens, wordBefore(tokens, from), isUnit(tokens[to + 1]) ? to + 2 : to + 1),
      baseline: amountAt(tokens, from),
      target: amountAt(tokens, to),
    }
  }
  return null
}

/** The "from" or the sign of money before a value belongs to it. */
function wordBefore(tokens: readonly Token[], at: number): number {
  return /^(from|[€£$])$/.test(tokens[at - 1]?.word ?? '') ? at - 1 : at
}

/** "in 4 days instead of 9", "after six weeks, not twelve". */
function insteadIn(tokens: readonly Token[]): Movement | null {
  const at = tokens.findIndex(({ word }) => ['instead-of', 'rather-than', 'not'].includes(word))
  const to = at < 0 ? null : lastValue(tokens, at - FARTHEST, at)
  const from = at < 0 ? null : firstValue(tokens, at + 1, at + 3)
  if (to === null || from === null) return null
  const words = textOf(tokens, to, from + 1)
  return { kind: 'step', words, baseline: amountAt(tokens, from), target: amountAt(tokens, to) }
}

function limitIn(tokens: readonly Token[]): Movement | null {
  for (const [at, token] of tokens.entries()) {
    const sign = SIGNS.includes(token.word)
    if (!sign && !is(token, 'limits')) continue
    const to = firstValue(tokens, at + 1, at + 4)
    if (to !== null && !tokens[to]?.date) {
      return {
        kind: 'limit',
        words: textOf(tokens, at, to + 1),
        baseline: null,
        target: amountAt(tokens, to),
      }
    }
    if (['within', 'on-time', 'in-full', 'back-above', 'back-below'].includes(token.word)) {
      return {
        kind: 'limit',
        words: textOf(tokens, at, at + 3),
        baseline: null,
        target: textOf(tokens, at, at + 3),
      }
    }
  }
  return null
}

/** Up, down, fewer, halved: not as the first word, where it is an order and not a result. */
function directionIn(tokens: readonly Token[]): Movement | null {
  const at = tokens.findIndex(
    (token, index) => (is(token, 'up') || is(token, 'down')) && !isParticle(tokens, index),
  )
  const token = tokens[at]
  if (!token) return null
  const to = firstValue(tokens, at + 1, at + 4)
  const words = textOf(tokens, at, to === null ? at + 1 : to + 1)
  return { kind: 'direction', words, baseline: null, target: to === null ? null : amountAt(tokens, to) }
}

/** An order ("reduce ..."), a part of a verb ("pay down") or of a manner ("more closely") is no direction. */
function isParticle(tokens: readonly Token[], at: number): boolean {
  if (at === 0) return isVerb(tokens[0], ['changing'], ['base'])
  if (tokens[at]?.word === 'more' && /ly$/.test(tokens[at + 1]?.word ?? '')) return true
  const particle = tokens[at]?.word === 'up' || tokens[at]?.word === 'down'
  return particle && at === 1 && isVerb(tokens[0], VERB_CLASSES, ['base']) && isWord(tokens[2])
}

function noneIn(tokens: readonly Token[]): Movement | null {
  const at = tokens.findIndex((token) => is(token, 'none') || token.text === '0')
  if (at < 0) return null
  return { kind: 'none', words: textOf(tokens, at, at + 2), baseline: null, target: '0' }
}

function percentIn(tokens: readonly Token[]): Movement | null {
  const at = tokens.findIndex(({ word }) => word === '%' || word === 'per-cent')
  const of = tokens.findIndex(
    ({ word, value }, index) =>
      value !== null &&
      ['of', 'in'].includes(tokens[index + 1]?.word ?? word) &&
      (tokens[index + 2]?.value ?? 0) >= value,
  )
  if (at < 1 && of < 0) return null
  const words = at < 1 ? textOf(tokens, of, of + 3) : textOf(tokens, at - 1, at + 1)
  return { kind: 'percent', words, baseline: null, target: words }
}

function firstValue(tokens: readonly Token[], from: number, before: number): number | null {
  const at = tokens.findIndex((token, index) => index >= from && index < before && isQuantity(token))
  return at < 0 ? null : at
}

function lastValue(tokens: readonly Token[], from: number, before: number): number | null {
  const at = tokens.findLastIndex((token, index) => index >= from && index < before && isQuantity(token))
  return at < 0 ? null : at
}

function isQuantity({ value, date }: Token): boolean {
  return value !== null && !date
}

/** A number with the unit beside it: "£6m", "92 %", "45 days". */
function amountAt(tokens: readonly Token[], at: number): string {
  const before = /^[€£$]$/.test(tokens[at - 1]?.word ?? '') ? (tokens[at - 1]?.text ?? '') : ''
  const after = tokens[at + 1]
  const unit = after && isUnit(after)
  const space = unit && isWord(after) && after.text.length > 2 ? ' ' : ''
  return `${before}${tokens[at]?.text ?? ''}${unit ? `${space}${after.text}` : ''}`
}

function isUnit(token: Token | undefined): boolean {
  if (!token) return false
  return UNITS.includes(token.word) || /^(day|week|hour|minute|second|month|point)s?$/.test(token.word)
}

function textOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(Math.max(0, from), to)
    .map(({ text }) => text)
    .join(' ')
    .replace(/ %/g, '%')
    .replace(/([€£$]) /g, '$1')
}
