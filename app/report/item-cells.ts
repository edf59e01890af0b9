import { tallyOf, tallyWords } from '#app/diagnosis/people-words.ts'
import { counted, listed } from '#app/rounds/count-words.ts'
import type { PeopleCount } from '#app/scoring/measure.ts'
import { countInWords } from '#app/scoring/people-count.ts'
import type { Detail, LevelItemScore, OptionCount } from '#app/scoring/round-scores.ts'
import { toldOptions } from '#app/scoring/told-options.ts'

type Lines = Extract<Detail, { kind: 'lines' }>

/** How the answers of one level are spread, as far as it may be told. */
export function spreadWords({ detail }: LevelItemScore, open: boolean): string {
  switch (detail.kind) {
    case 'scale':
      return scaleWords(detail)
    case 'owner':
      return ownerWords(detail)
    case 'choice':
      return choiceWords(detail.options, open)
    case 'multi':
      return detail.options.map(({ label, people }) => `${label}: ${countInWords(people)}`).join('; ')
    case 'lines':
      return linesWords(detail)
    case 'number':
      return numberWords(detail)
    case 'text':
      return 'read, not counted'
  }
}

/** Left blank and "cannot say", kept apart; nothing is filled in for them, and perhaps nobody is not worth a word. */
export function missingWords({ cantSay, skipped }: LevelItemScore): string[] {
  return [...missing(cantSay, 'cannot say'), ...missing(skipped, 'left it blank')]
}

function missing(people: PeopleCount, what: string): string[] {
  return tallyOf(people).low === 0 ? [] : [`${countInWords(people)} ${what}`]
}

function scaleWords({ mean, distribution, points }: Extract<Detail, { kind: 'scale' }>): string {
  if (points) return `mean ${mean}; ratings ${points.join(', ')}`
  if (!distribution) return `mean ${mean}`
  const shares = distribution.labels.map(
    (label, index) => `${label}: ${shareWords(distribution.shares[index] ?? '')}`,
  )
  return `mean ${mean}; ${shares.join(', ')}`
}

/** "40 %" as people say it: "4 in 10"; steps of 5 as "35 in 100". */
function shareWords(share: string): string {
  const coded = share.startsWith('at ') ? `${share.split(' ').slice(0, 2).join(' ')} ` : ''
  const hundredths = Number(/\d+/.exec(share)?.[0] ?? 0)
  return `${coded}${hundredths % 10 === 0 ? `${hundredths / 10} in 10` : `${hundredths} in 100`}`
}

function ownerWords({ options, pooled, state }: Extract<Detail, { kind: 'owner' }>): string {
  const named = options.map(({ label, people }) => `${label}: ${countInWords(people)}`)
  // One single further answer is not announced beside counts that are coded.
  const rest = pooled > 1 ? [`${pooled} more answers, each of one person`] : []
  return [state, ...named, ...rest].join('; ')
}

function choiceWords(options: readonly OptionCount[], open: boolean): string {
  const { listed: named, rest } = toldOptions(options, open)
  const told = named.map(({ label, people }) => `${label}: ${countInWords(people)}`)
  const others = rest === 0 ? [] : [restWords(rest, open)]
  return [...told, ...others].join('; ')
}

/** Options that are counted and not listed. */
function restWords(rest: number, open: boolean): string {
  const options = rest === 1 ? 'the one further option' : `each of the ${rest} further options`
  return `${options}: ${open ? 'nobody' : 'at most one person'}`
}

/** How many; the themes themselves have a table of their own. */
function linesWords({ distinct, meanLines, nothing }: Lines): string {
  const none = tallyOf(nothing)
  const nothingWords = none.low === 0 ? [] : [`${tallyWords(none)} said that nothing came to mind`]
  const read = distinct === 0 ? [] : [`${counted(distinct, 'theme')}, ${meanLines.toFixed(1)} lines a person`]
  return [...read, ...nothingWords].join('; ') || 'read one by one'
}

function numberWords({ median, quartiles }: Extract<Detail, { kind: 'number' }>): string {
  return quartiles
    ? `middle ${median}; the middle half from ${listed([String(quartiles[0]), String(quartiles[1])]).replace(' and ', ' to ')}`
    : `middle ${median}`
}
