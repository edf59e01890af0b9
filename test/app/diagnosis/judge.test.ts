import { expect, test } from 'vitest'
import { type Figure, type FigureResult, figureOf } from '#app/diagnosis/figure.ts'
import { judge } from '#app/diagnosis/judge.ts'
import { type Comparison, currentRulebook } from '#app/diagnosis/rulebook.ts'
import { MOST_DISTINCT, MOST_EFFECTIVE } from '#app/scoring/score-overload.ts'

const BOTH = ['senior', 'department'] as const
const LOW: Comparison = {
  figure: 'agreement',
  is: 'below',
  threshold: 30,
  clearOf: 46,
  plain: false,
  given: false,
  source: 'bands',
}
const HIGH: Comparison = { ...LOW, is: 'at-least', threshold: 46, clearOf: 30 }

function agreement(parts: Partial<Figure>): Record<string, FigureResult> {
  const figure = figureOf({
    label: 'Agreement',
    unit: 'points',
    least: 20,
    n: 9,
    levels: ['senior'],
    shown: '20 of 100',
    ...parts,
  })
  return { agreement: Object.freeze(figure) }
}

test('divergence is clear if the 95 % range stays below the aligned band', () => {
  const figures = agreement({ range90: [5, 38], range95: [2, 44] })
  expect(judge(LOW, figures, BOTH)).toMatchObject({ fired: true, certainty: 'clear' })
})

test('divergence is likely if only the 90 % range does', () => {
  const figures = agreement({ range90: [5, 44], range95: [2, 47] })
  expect(judge(LOW, figures, BOTH)).toMatchObject({ fired: true, certainty: 'likely' })
})

test('divergence that random answers would show as well is no more than likely', () => {
  const figures = agreement({ range90: [0, 20], range95: [0, 30], likeRandom: true })
  expect(judge(LOW, figures, BOTH)).toMatchObject({ fired: true, certainty: 'likely' })
})

test('no divergence is found where the 90 % range reaches the aligned band', () => {
  const figures = agreement({ range90: [0, 46], range95: [0, 60] })
  expect(judge(LOW, figures, BOTH)).toMatchObject({ fired: false, judged: true })
})

test('a high figure that cannot be told from random answers is not called aligned', () => {
  const figures = agreement({ least: 60, range90: [35, 80], range95: [31, 85], likeRandom: true })
  expect(judge(HIGH, figures, BOTH)).toEqual({
    fired: false,
    judged: true,
    reason: 'Agreement: 20 of 100; cannot be told from random answers',
  })
})

test('what rests on a level without a pattern is indicative', () => {
  const figures = agreement({ range90: [5, 38], range95: [2, 44] })
  expect(judge(LOW, figures, ['department'])).toMatchObject({ fired: true, certainty: 'indicative' })
})

test('a figure that cannot be said is not judged', () => {
  const figures: Record<string, FigureResult> = {
    agreement: { kind: 'cannot-say', label: 'Agreement', reason: 'fewer than five people answered' },
  }
  expect(judge(LOW, figures, BOTH)).toEqual({
    fired: false,
    judged: false,
    reason: 'Agreement: fewer than five people answered',
  })
})

test('a count that is coded fires only if both its ends are past the line', () => {
  const most: Comparison = { ...LOW, is: 'above', threshold: 0.5, clearOf: undefined }
  const coded = (least: number, mostShare: number) =>
    agreement({ unit: 'share', least, most: mostShare, of: 4, range90: [0.3, 1], range95: [0.2, 1] })
  expect(judge(most, coded(0.75, 1), BOTH)).toMatchObject({ fired: true, certainty: 'indicative' })
  expect(judge(most, coded(0.5, 0.75), BOTH)).toMatchObject({ fired: false })
})

test('all parts: as sure as the least sure; any part: as sure as the surest', () => {
  const figures = {
    ...agreement({ range90: [5, 38], range95: [2, 44] }),
    other: figureOf({
      label: 'Other',
      unit: 'points',
      least: 20,
      n: 9,
      levels: ['senior'],
      shown: '20',
      range90: [5, 44],
      range95: [5, 50],
    }),
  }
  const other = { ...LOW, figure: 'other' }
  expect(judge({ all: [LOW, other] }, figures, BOTH)).toMatchObject({ certainty: 'likely' })
  expect(judge({ any: [LOW, other] }, figures, BOTH)).toMatchObject({ certainty: 'clear' })
  expect(judge({ any: [LOW, other], atLeast: 2 }, figures, BOTH)).toMatchObject({ certainty: 'likely' })
})

test('one changed answer that would undo a finding is told', () => {
  const most: Comparison = { ...LOW, is: 'above', threshold: 0.5, clearOf: undefined }
  const share = (count: number) =>
    agreement({
      unit: 'share',
      least: count / 9,
      most: count / 9,
      of: 9,
      range90: [0.3, 0.9],
      range95: [0.2, 1],
    })
  const fragile = (count: number) => {
    const judged = judge(most, share(count), BOTH)
    return judged.fired ? judged.evidence[0]?.fragile : null
  }
  expect([fragile(5), fragile(6)]).toEqual([true, false])
})

test('the lines of priority overload are those of the scores', () => {
  const rule = currentRulebook.rules.find(({ id }) => id === 'priority-overload')
  const lines =
    rule && 'any' in rule.when
      ? rule.when.any.map((part) => ('threshold' in part ? part.threshold : null))
      : []
  expect(lines).toEqual([MOST_EFFECTIVE, MOST_DISTINCT])
})
