import { describe, expect, test } from 'vitest'
import { type ConstructItem, compareLevels } from '#app/scoring/compare-levels.ts'
import { isMeasured } from '#app/scoring/measure.ts'
import { deepFreeze } from './round-builder.ts'

const options = {
  disclosure: { open: false, needed: 5 },
  redraws: 200,
  people: { senior: 6, department: 7 },
}

function rating(
  construct: ConstructItem['construct'],
  senior: readonly (number | null)[] | null,
  department: readonly (number | null)[] | null,
): ConstructItem {
  return deepFreeze({ construct, comparison: { kind: 'linear', points: 5 }, answers: { senior, department } })
}

const apart = rating('rhythm', [4, 4, 4, 4, 4, 4], [0, 0, 0, 0, 0, 0, 0])
const alike = rating('rhythm', [2, 2, 2, 2, 2, 2], [2, 2, 2, 2, 2, 2, 2])
const halves = rating('rhythm', [0, 0, 0, 4, 4, 4], [1, 2, 3, 1, 2, 3, 2])

describe('a construct', () => {
  test('is the mean of its items, none of them cut off at 0', () => {
    const { items, constructs } = compareLevels([alike, halves], options)
    const [one, other] = items.map(({ byLevel }) =>
      isMeasured(byLevel.senior) ? byLevel.senior.s : Number.NaN,
    )
    // six people in two camps at the ends: 9 of 15 pairs stand a whole scale apart
    expect(other).toBeCloseTo(1 - 9 / 15 / 0.4, 10)
    expect(constructs.get('rhythm')?.byLevel.senior).toMatchObject({
      s: expect.closeTo(((one ?? 0) + (other ?? 0)) / 2, 10),
      items: 2,
      distance: null,
      camps: false,
    })
  })

  test('whose levels each agree on the opposite has the widest gap, and random labels hardly ever part it so', () => {
    const { items, constructs } = compareLevels([apart], options)
    expect(items[0]?.across).toMatchObject({ s: expect.closeTo(-1.5, 10), n: 13 })
    expect(items[0]?.gap).toMatchObject({ g: expect.closeTo(2.5, 10), p: null, holmP: null })
    // one of C(13, 6) = 1,716 splits
    expect(constructs.get('rhythm')?.gap).toMatchObject({
      g: expect.closeTo(2.5, 10),
      p: expect.closeTo(1 / 1716, 10),
    })
  })

  test('tests each of its constructs, and adjusts for having done so', () => {
    const focus = { ...alike, construct: 'focus' as const }
    const { constructs } = compareLevels([apart, focus], options)
    expect(constructs.get('rhythm')?.gap).toMatchObject({ holmP: expect.closeTo(2 / 1716, 10) })
    expect(constructs.get('focus')?.gap).toMatchObject({ g: 0, p: 1, holmP: 1 })
  })

  test('of which one level may not be shown has neither a figure across nor a gap', () => {
    const { constructs } = compareLevels([rating('focus', [1, 2, 3, 4, 0, 1], null)], options)
    const tooFew = { kind: 'too-few', n: null, needed: 5 }
    expect(constructs.get('focus')).toMatchObject({
      byLevel: { senior: { kind: 'measured', n: 6 }, department: tooFew },
      across: tooFew,
      gap: tooFew,
    })
  })

  test('leaves people who answered fewer than half of its items out of its test', () => {
    const missing = (level: readonly number[]) => [null, ...level.slice(1)]
    const part = rating('rhythm', missing([4, 4, 4, 4, 4, 4]), missing([0, 0, 0, 0, 0, 0, 0]))
    const { constructs } = compareLevels([part, part, apart], options)
    // five against six are left: one of C(11, 5) = 462 splits
    expect(constructs.get('rhythm')?.gap).toMatchObject({ p: expect.closeTo(1 / 462, 10) })
  })
})

describe('camps', () => {
  test('are told of an item with a middle, within a level', () => {
    const { byLevel, across } = compareLevels([halves], options).items[0] ?? {}
    expect(byLevel).toMatchObject({ senior: { camps: true }, department: { camps: false } })
    expect(across).toMatchObject({ camps: false })
  })

  test('are not looked for between two options', () => {
    const twoOptions = deepFreeze({
      ...halves,
      comparison: { kind: 'linear' as const, points: 2 },
      answers: { senior: [0, 0, 0, 1, 1, 1], department: null },
    })
    expect(compareLevels([twoOptions], options).items[0]?.byLevel.senior).toMatchObject({ camps: false })
  })
})

test('the same people in another order give the same seed and the same ranges', () => {
  const turned = rating('rhythm', [4, 4, 4, 0, 0, 0], [2, 3, 2, 1, 3, 2, 1])
  expect(compareLevels([turned], options)).toEqual(compareLevels([halves], options))
})
