import { describe, expect, test } from 'vitest'
import type { Block } from '#app/report/document.ts'
import { strengthAndAgreementPage } from '#app/report/pages/strength-and-agreement.ts'
import { isPage } from '#app/report/report-input.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import { agreement, constructOf, emptyScores, scoresWith } from '#test/helpers/scores.ts'
import { reportInput } from '../report-input-of.ts'

function pageOf(scores: RoundScores) {
  const page = strengthAndAgreementPage(reportInput(scores))
  if (!isPage(page)) throw new Error(page.why)
  return page
}
const wordsOf = (blocks: readonly Block[]) => JSON.stringify(blocks)

describe('the page on strength and agreement', () => {
  test('its title counts the fields, and what cannot be placed', () => {
    const scores = scoresWith((draft) => {
      for (const score of draft.constructs) score.quadrantByLevel = { senior: 'contested', department: null }
      constructOf(draft, 'focus').quadrantByLevel.senior = 'shared-problem'
      constructOf(draft, 'rhythm').quadrantByLevel.senior = 'narrative-gap'
      constructOf(draft, 'outcomes').quadrantByLevel.senior = 'narrative-gap'
    })
    expect(pageOf(scores).title).toBe(
      'One shared problem, four contested constructs and two narrative gaps; seven of 14 cannot be placed',
    )
  })

  test('where no field can be named it is said for which, and in the title', () => {
    const scores = scoresWith((draft) => {
      for (const score of draft.constructs) {
        score.quadrantByLevel = { senior: null, department: null }
        score.agreementByLevel.senior = agreement(0.38, 9, [0.02, 0.7], 'too-wide')
      }
    })
    const page = pageOf(scores)
    expect(page.title).toBe('For none of 14 points the range allows a field to be named')
    expect(wordsOf(page.blocks)).toContain('In no field: alignment, focus,')
  })

  test('a level that may not be shown has no point and is named in words', () => {
    const scores = scoresWith((draft) => {
      for (const score of draft.constructs) {
        score.agreementByLevel.department = { kind: 'too-few', n: null, needed: 5 }
        score.quadrantByLevel.department = null
      }
    })
    const words = wordsOf(pageOf(scores).blocks)
    expect(words).toContain('Not drawn. Department leads: alignment, focus')
    expect(words).not.toContain('(department leads)')
  })

  test('a provisional figure is no point: it is told with the groups that wait', () => {
    const scores = scoresWith((draft) => {
      const figure = agreement(0.38, 9, [0.31, 0.45])
      constructOf(draft, 'alignment').agreementByLevel.senior = {
        ...figure,
        provisional: { low: 0.2, high: 0.5, groups: 3 },
      }
    })
    const words = wordsOf(pageOf(scores).blocks)
    expect(words).toContain(
      'Alignment, senior team: provisionally 20 to 50 of 100, while 3 groups of lines are not confirmed',
    )
  })

  test('is left out where nobody may be shown', () => {
    expect(strengthAndAgreementPage(reportInput(emptyScores()))).toEqual({
      what: 'Strength and agreement',
      why: 'fewer than five people of a level answered this',
    })
  })
})
