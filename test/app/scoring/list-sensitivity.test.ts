import { describe, expect, test } from 'vitest'
import { finerCodebook } from '#app/scoring/list-sensitivity.ts'
import type { ListSensitivity } from '#app/scoring/round-scores.ts'
import type { ScoreInput } from '#app/scoring/score-input.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import { deepFreeze, type Person, priorities, roundOf } from './round-builder.ts'

const stop = (...names: string[]): Person => Object.freeze({ stops: priorities(...names) })

/** Six people who stop travel in two wordings, joined in one theme by hand. */
function joined(settings: { coarser?: boolean } = {}): ScoreInput {
  const said = ['Travel', 'travel!', 'Fewer trips', 'Fewer trips', 'TRAVEL', 'Fewer trips']
  const input = roundOf({ senior: said.map((text) => stop(text, 'Audits')), department: [] }, { redraws: 40 })
  const join = (one: string) => ({
    themes: input.codebook.themes.map((theme) => ({ ...theme })),
    lines: input.codebook.lines.map((line) => ({
      ...line,
      themeId:
        /trip|travel|audit/i.test(line.text) && (one === 'all' || !/audit/i.test(line.text))
          ? 'stops:travel'
          : line.themeId,
    })),
  })
  return deepFreeze({
    ...input,
    codebook: join('travel'),
    ...(settings.coarser
      ? {
          groupings: {
            careful: join('travel'),
            free: join('travel'),
            coarser: join('all'),
            unconfirmed: {},
          },
        }
      : {}),
  })
}

const senior = (rows: readonly ListSensitivity[]) => rows.find(({ place }) => place === 'senior')

describe('agreement on a list, grouped otherwise', () => {
  test('finer: every wording its own theme, whatever its case and punctuation', () => {
    const { lines } = finerCodebook(joined().codebook)
    const travel = lines.filter(({ text }) => !/audit/i.test(text)).map(({ themeId }) => themeId)
    expect(new Set(travel).size).toBe(2)
    expect(lines.map(({ id, text }) => [id, text])).toEqual(
      joined().codebook.lines.map(({ id, text }) => [id, text]),
    )
  })

  test('as coded all share both lines; by wording three share one and three the other', () => {
    // 15 pairs: 3 + 3 share both lines (Dice 1), 9 share one of two (Dice 1/2). D = 4.5 / 15 = .3; D0 = 1 - 2/12; S = .64
    expect(senior(scoreRound(joined()).sensitivity)).toMatchObject({
      itemId: 'stops',
      coded: { s: 1 },
      finer: { s: expect.closeTo(1 - 0.3 / (1 - 2 / 12), 10) },
      coarser: null,
    })
  })

  test('says whether the band is another one', () => {
    for (const row of scoreRound(joined({ coarser: true })).sensitivity) {
      const { coded, finer, coarser } = row
      expect(row.changesBand).toBe(finer.band !== coded.band || coarser?.band !== coded.band)
      expect(coarser).toMatchObject({ s: 1 })
    }
  })

  test('is not given where the level may not be shown', () => {
    const few = roundOf({ senior: [stop('Travel'), stop('Audits')], department: [] }, { redraws: 2 })
    expect(scoreRound(few).sensitivity).toEqual([])
  })
})
