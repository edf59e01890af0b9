import { expect, test } from 'vitest'
import { patternedLevels } from '#app/diagnosis/coherence.ts'
import type { Agreement, RoundScores } from '#app/scoring/round-scores.ts'
import { scoresWith } from '#test/helpers/scores.ts'

/** Gives each senior scale and choice an agreement; `index` counts them. */
function withSeniors(change: (agreement: Agreement, index: number, kind: string) => void): RoundScores {
  return scoresWith((draft) => {
    let index = 0
    for (const { kind, byLevel } of draft.items) {
      const agreement = byLevel.senior?.kind === 'measured' ? byLevel.senior.agreement : null
      if (agreement?.kind !== 'measured') continue
      agreement.chanceLine = 0.34
      agreement.s = kind === 'lines' || kind === 'owner' ? 0.5 : 0.1
      if (kind === 'lines' || kind === 'owner') continue
      change(agreement, index, kind)
      index += 1
    }
  })
}

test('lists and owners alone make no pattern: careless answers beat their chance line too', () => {
  expect(patternedLevels(withSeniors(() => {}))).toEqual(['department'])
})

test('a quarter of scales and choices above their chance line is a pattern', () => {
  const scores = withSeniors((agreement, index) => {
    if (index % 4 === 0) agreement.s = 0.4
  })
  expect(patternedLevels(scores)).toContain('senior')
})

test('three fifths of the scales in two camps are a pattern', () => {
  const scores = withSeniors((agreement, index, kind) => {
    agreement.camps = kind === 'scale' && index % 5 < 4
  })
  expect(patternedLevels(scores)).toContain('senior')
})
