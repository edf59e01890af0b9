import { describe, expect, test } from 'vitest'
import { agreementWords } from '#app/diagnosis/agreement-words.ts'
import type { Agreement, RoundScores } from '#app/scoring/round-scores.ts'
import type { ScoreInput } from '#app/scoring/score-input.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import type { Codebook } from '#app/themes/theme.ts'
import { deepFreeze, type Person, priorities, roundOf } from './round-builder.ts'

const stop = (...names: string[]): Person => Object.freeze({ stops: priorities(...names) })

/** Six people, two wordings of one matter: apart they share nothing, together everything. */
function waiting(unconfirmed: number): ScoreInput {
  const said = ['Travel', 'Travel', 'Travel', 'Trips', 'Trips', 'Trips']
  const input = roundOf({ senior: said.map((text) => stop(text)), department: [] }, { redraws: 40 })
  return deepFreeze({
    ...input,
    groupings: {
      careful: input.codebook,
      free: joined(input.codebook),
      coarser: input.codebook,
      unconfirmed: { stops: unconfirmed },
    },
  })
}

function joined(codebook: Codebook): Codebook {
  const [first] = codebook.themes.filter(({ itemId }) => itemId === 'stops')
  return {
    themes: codebook.themes,
    lines: codebook.lines.map((line) => ({ ...line, themeId: first?.id ?? line.themeId })),
  }
}

function stopsOf(scores: RoundScores): Agreement {
  const level = scores.items.find(({ itemId }) => itemId === 'stops')?.byLevel.senior
  if (level?.kind !== 'measured' || level.agreement?.kind !== 'measured') throw new Error('not measured')
  return level.agreement
}

describe('agreement while groups of lines are not confirmed', () => {
  test('lies between that of the careful and that of the free grouping', () => {
    // careful: 6 of 15 pairs share their only line (D = 9/15), chance 1 - 1/M; free: everybody shares it (S = 1)
    const { provisional, s } = stopsOf(scoreRound(waiting(2)))
    expect(provisional).toEqual({ low: s, high: 1, groups: 2 })
  })

  test('is said in place of the figure, with its people and what is missing', () => {
    const words = agreementWords(stopsOf(scoreRound(waiting(2))))
    expect(words).toMatch(
      /^provisionally \d+ to 100 of 100, while 2 groups of lines are not confirmed, six people$/,
    )
  })

  test('moves the construct by its share of the items', () => {
    const scores = scoreRound(waiting(1))
    const construct = scores.constructs.find(({ construct: name }) => name === 'alignment')
    const agreement = construct?.agreementByLevel.senior
    if (agreement?.kind !== 'measured') throw new Error('not measured')
    const { s, provisional } = stopsOf(scores)
    expect(agreement.provisional?.groups).toBe(1)
    expect((agreement.provisional?.high ?? 0) - agreement.s).toBeCloseTo(
      ((provisional?.high ?? 0) - s) / agreement.items,
      10,
    )
  })

  test('is a plain figure again once every group is confirmed', () => {
    expect(stopsOf(scoreRound(waiting(0)))).not.toHaveProperty('provisional')
  })
})
