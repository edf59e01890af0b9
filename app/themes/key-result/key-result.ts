import type { Decision } from './decision.ts'
import { promptOf, reasonOf } from './key-result-words.ts'
import { kindOf } from './kind-of.ts'
import type { Mark } from './lexicon.ts'
import { dateIn, markDates } from './mark-dates.ts'
import type { KeyResultFeatures, KeyResultReading } from './reading.ts'
import { sentenceOf } from './sentence.ts'
import { is, type Token, tokensOf } from './tokens.ts'

/**
 * Reads a key result as it is written down: as work that is done, a thing that is handed over, or a change that others
 * would notice. Every step can be explained, and the reading says which of them decided.
 *
 * @example readKeyResult('Churn from 5 % to 3 % by June').kind // => 'outcome'
 */
export function readKeyResult(text: string): KeyResultReading {
  const tokens = markDates(tokensOf(text))
  const decision = kindOf(sentenceOf(tokens))
  const features = featuresOf(tokens, decision)
  return {
    kind: decision.kind,
    features,
    why: reasonOf(decision, features),
    prompt: promptOf(decision.kind, features),
  }
}

function featuresOf(tokens: readonly Token[], { verb, movement }: Decision): KeyResultFeatures {
  return {
    verb: verb ? { word: verb.token.text, class: verb.class } : null,
    change: movement?.words ?? null,
    baseline: movement?.baseline ?? null,
    target: movement?.target ?? null,
    date: dateIn(tokens),
    measure: firstOf(tokens, 'measures', verb?.token),
    people: firstOf(tokens, 'people', verb?.token),
    thing: firstOf(tokens, 'things', verb?.token),
    work: firstOf(tokens, 'work', verb?.token),
  }
}

function firstOf(tokens: readonly Token[], mark: Mark, verb: Token | undefined): string | null {
  return tokens.find((token) => token !== verb && !token.date && is(token, mark))?.text ?? null
}
