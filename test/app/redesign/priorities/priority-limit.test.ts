import { expect, test } from 'vitest'
import { priorityLimit } from '#app/redesign/priorities/priority-limit.ts'
import { detailOf, scoresWith } from '#test/helpers/scores.ts'

const naming = (meanLines: number, flagged = false) =>
  scoresWith((draft) => {
    detailOf(draft, 'priorities', 'senior', 'lines').meanLines = meanLines
    const { senior } = draft.overload
    if (senior.kind === 'measured') senior.flagged = flagged
  })

test('without figures the limit is three', () => {
  expect(priorityLimit(null).limit).toBe(3)
})

test('it is what a senior leader names, between three and five', () => {
  expect([1.2, 3.4, 4.3, 9].map((mean) => priorityLimit(naming(mean)).limit)).toEqual([3, 3, 4, 5])
  expect(priorityLimit(naming(4.3)).why).toContain('4.3')
})

test('a team with too many priorities already gets no more than three', () => {
  expect(priorityLimit(naming(4.8, true)).limit).toBe(3)
})

test('a level that may not be shown gives no figure', () => {
  const scores = scoresWith((draft) => {
    const item = draft.items.find(({ itemId }) => itemId === 'priorities')
    if (item) item.byLevel.senior = { kind: 'too-few', n: 3, needed: 5 }
  })
  expect(priorityLimit(scores).why).not.toMatch(/\d\.\d/)
})
