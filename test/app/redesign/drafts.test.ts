import { expect, test } from 'vitest'
import { draftNotNowList } from '#app/redesign/priorities/draft-not-now.ts'
import { draftDecisionRights } from '#app/redesign/rights/draft-rights.ts'
import { detailOf, emptyScores, people, scoresWith } from '#test/helpers/scores.ts'

test('the not-now list begins with what is also a priority', () => {
  const scores = scoresWith((draft) => {
    draft.collisions = [
      {
        name: 'Rebrand',
        priority: { senior: people(4, 9), department: people(0, 14) },
        stop: { senior: people(2, 9), department: null },
        namedBy: null,
      },
    ]
  })
  const [first, second] = draftNotNowList(scores)
  expect(first).toEqual({
    name: 'Rebrand',
    wantedBy: 'two of nine senior leaders',
    alsoPriorityOf: 'four of nine senior leaders',
  })
  expect(second).toEqual({
    name: 'First of stops',
    wantedBy: 'five of nine senior leaders and five of 14 department leads',
    alsoPriorityOf: null,
  })
})

test('a role that most name is proposed, a contested matter has to be named', () => {
  const scores = scoresWith((draft) => {
    const detail = detailOf(draft, 'closes-loop', 'senior', 'owner')
    detail.state = 'contested'
    detail.modalRole = null
    detail.options = ['Chair', 'Finance director'].map((label) => ({
      id: label,
      label,
      people: people(3, 9),
    }))
  })
  const rights = draftDecisionRights(scores)
  expect(rights.find(({ itemId }) => itemId === 'owns-outcome')?.proposedRole).toBe('Chief operating officer')
  expect(rights.find(({ itemId }) => itemId === 'closes-loop')).toMatchObject({
    proposedRole: null,
    said: 'Chair and Finance director, three of nine each',
  })
})

test('nothing is drafted from answers that may not be shown', () => {
  expect(draftNotNowList(emptyScores())).toEqual([])
  expect(draftDecisionRights(emptyScores())).toEqual([])
})
