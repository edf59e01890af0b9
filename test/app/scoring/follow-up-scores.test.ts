import { describe, expect, test } from 'vitest'
import { compareConstructs, compareRounds } from '#app/scoring/compare-rounds.ts'
import { followUpScores } from '#app/scoring/follow-up-scores.ts'
import type { ScoreInput } from '#app/scoring/score-input.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import type { Steps } from '#app/scoring/turnover.ts'
import { constructOf, detailOf, scoreOf, scoresWith } from '#test/helpers/scores.ts'
import { type Person, point, roundOf } from './round-builder.ts'

const AS_USUAL: Steps = { agreement: 0.01, strengthOfItem: 2.5, strengthOfConstruct: 2.5 }
const FEW_CAME: Steps = { agreement: 0.05, strengthOfItem: 12.5, strengthOfConstruct: 2.5 }

describe('scores of a round whose readers know an earlier one', () => {
  const scores = scoresWith((draft) => {
    Object.assign(detailOf(draft, 'tiebreak', 'senior', 'scale'), { mean: '3.4', healthyMean: 3.4 })
    Object.assign(detailOf(draft, 'deck', 'senior', 'scale'), { mean: '4.5 or more', healthyMean: 1.5 })
    Object.assign(scoreOf(draft, 'tiebreak', 'senior'), { strength: { kind: 'measured', value: 60, n: 9 } })
    constructOf(draft, 'focus').strengthByLevel.senior = { kind: 'measured', value: 61.3, n: 9 }
  })
  const coarse = followUpScores(scores, { senior: FEW_CAME, department: AS_USUAL })

  test('means of items go in steps of half a scale point, those over four items in steps of a tenth', () => {
    expect(detailOf(coarse, 'tiebreak', 'senior', 'scale')).toMatchObject({ mean: '3.5', healthyMean: 3.5 })
    expect(scoreOf(coarse, 'tiebreak', 'senior').strength).toMatchObject({ value: 62.5 })
    expect(constructOf(coarse, 'focus').strengthByLevel.senior).toMatchObject({ value: 62.5 })
  })

  test('a mean that is coded at its end stays as it is', () => {
    expect(detailOf(coarse, 'deck', 'senior', 'scale').mean).toBe('4.5 or more')
  })

  test('the field follows from the strength as it is told', () => {
    const near = scoresWith((draft) => {
      constructOf(draft, 'focus').strengthByLevel.senior = { kind: 'measured', value: 58.9, n: 9 }
    })
    const told = followUpScores(near, { senior: FEW_CAME, department: AS_USUAL })
    expect(constructOf(told, 'focus')).toMatchObject({
      strengthByLevel: { senior: { value: 60 } },
      quadrantByLevel: { senior: 'narrative-gap' },
    })
  })

  test('the other level, and rounds in which nobody or many came or went, stay as they are', () => {
    expect(coarse.items.map(({ byLevel }) => byLevel.department)).toEqual(
      scores.items.map(({ byLevel }) => byLevel.department),
    )
    expect(followUpScores(scores, { senior: AS_USUAL, department: AS_USUAL })).toBe(scores)
    const open: Steps = { agreement: null, strengthOfItem: null, strengthOfConstruct: null }
    expect(followUpScores(scores, { senior: open, department: open })).toBe(scores)
  })
})

describe('constructs of two rounds, compared without their items', () => {
  const rated = (points: readonly number[]) => points.map((at): Person => ({ tiebreak: point(at) }))
  const seniors = (people: readonly Person[], from = 0) =>
    roundOf({ senior: people, department: [] }, { redraws: 200, from })
  const scored = (input: ScoreInput) => ({ input, scores: scoreRound(input) })
  const first = scored(seniors(rated([1, 2, 3, 4, 5, 3, 2, 4])))

  test('are the same, byte for byte, as with them', () => {
    const second = scored(seniors(rated([4, 4, 4, 4, 5, 4, 4, 4])))
    const { changes } = compareConstructs(first, second)
    const { items: _, ...constructs } = compareRounds(first, second)
    expect(changes).toEqual(constructs)
  })

  test('one newcomer among nine makes the follow-up coarse, and the ninth cannot be had by subtraction', () => {
    const told = [1, 5].map((ninth) => {
      const second = scored(seniors(rated([1, 2, 3, 4, 5, 3, 2, 4, ninth])))
      const { steps } = compareConstructs(first, second)
      expect(steps.senior.strengthOfItem).toBe(12.5)
      return detailOf(followUpScores(second.scores, steps), 'tiebreak', 'senior', 'scale').mean
    })
    // 25 of nine people is 2.8, 29 is 3.2: both are told as 3.0, as the eight of the first round were.
    expect(told).toEqual(['3.0', '3.0'])
  })
})
