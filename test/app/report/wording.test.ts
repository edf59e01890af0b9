import { describe, expect, test } from 'vitest'
import { numberWord } from '#app/diagnosis/people-words.ts'
import { currentRulebook } from '#app/diagnosis/rulebook.ts'
import { simulatedReport } from '#test/helpers/simulated-round.ts'
import { textsOf } from './report-texts.ts'

/** Words that take back what they say. */
const HEDGES =
  /\b(consider(ing)?|may want to|might (want|wish)|it seems|seems? to|appears? to|perhaps|possibly|arguably|somewhat|relatively|to some extent|should probably)\b/i
/** Words that put a difference on somebody. */
const BLAME =
  /\b(mis-?aligned|to blame|blames?|guilty|incompetent|failing leader|refus(es|ed|ing)|stubborn|lazy|ignor(es|ed|ing)|does not understand)\b/i
const SIGNIFICANCE = /significan/i
const PERCENT = /%|\bper ?cent/i

/** "Five senior leaders named ...": a number of people without the number they are of, unless it is all of them. */
function countsWithoutTheirWhole(text: string, wholes: readonly number[]): string[] {
  const counts =
    /(?<!of )\b(two|three|four|five|six|seven|eight|nine|ten|\d+) (?:senior leaders|department leads|leaders|people) (?:said|named|see|saw|could|would|rarely|know|put|choose|chose|believe)\b/gi
  const known = wholes.map((whole) => numberWord(whole))
  return [...text.matchAll(counts)]
    .filter(([, count = '']) => !known.includes(count.toLowerCase()))
    .map(([words]) => words)
}

const ROUNDS = {
  aligned: { profile: 'aligned', seniors: 9, departments: 14 },
  split: { profile: 'split', seniors: 8, departments: 12 },
  'levels-apart': { profile: 'levels-apart', seniors: 9, departments: 16 },
  random: { profile: 'random', seniors: 7, departments: 11 },
  open: { profile: 'split', seniors: 5, departments: 4, privacyMode: 'open' },
} as const

describe.each(Object.entries(ROUNDS))('the report of the %s team', (_, settings) => {
  const texts = textsOf(simulatedReport(settings).report)
  const wholes = [settings.seniors, settings.departments, settings.seniors + settings.departments]

  test.each([
    ['hedges', HEDGES],
    ['blames', BLAME],
    ['talks of significance', SIGNIFICANCE],
    ['gives a percentage of fewer than 20 people', PERCENT],
  ])('nowhere %s', (_, words) => {
    expect(texts.filter(({ text }) => words.test(text))).toEqual([])
  })

  test('names the whole with every number of people', () => {
    for (const { place, text } of texts) expect(countsWithoutTheirWhole(text, wholes), place).toEqual([])
  })
})

test('no wording of the rulebook hedges, blames or talks of significance', () => {
  for (const rule of currentRulebook.rules) {
    const moves = rule.moves.flatMap(({ action, ownerRole, effect }) => [action, ownerRole, effect])
    for (const text of [
      rule.name,
      rule.meaning,
      ...rule.headline,
      ...rule.statement,
      ...rule.clause,
      ...moves,
    ]) {
      expect(text, rule.id).not.toMatch(HEDGES)
      expect(text, rule.id).not.toMatch(BLAME)
      expect(text, rule.id).not.toMatch(SIGNIFICANCE)
      expect(text, rule.id).not.toMatch(PERCENT)
    }
  }
})

test('every recommendation begins with a verb and names one role', () => {
  for (const { id, moves } of currentRulebook.rules) {
    for (const { action, ownerRole } of moves) {
      expect(action, id).toMatch(/^[A-Z][a-z]+ (?!to )/)
      expect(ownerRole, id).toMatch(/^[A-Z]/)
    }
  }
})

test('the scan finds what it looks for', () => {
  expect('You may want to consider improving communication').toMatch(HEDGES)
  expect('Sales is misaligned').toMatch(BLAME)
  expect(countsWithoutTheirWhole('Five senior leaders named it.', [9, 14])).toEqual([
    'Five senior leaders named',
  ])
  expect(countsWithoutTheirWhole('Five of nine senior leaders named it.', [9, 14])).toEqual([])
  expect(countsWithoutTheirWhole('Nine senior leaders named it.', [9, 14])).toEqual([])
})
