import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dice } from '#app/scoring/dice.ts'
import { likenessOrder } from '#app/scoring/likeness-order.ts'
import { pairShare } from '#app/scoring/pair-share.ts'
import type { OrderScore, RoundScores } from '#app/scoring/round-scores.ts'
import { sameOrder } from '#app/scoring/same-order.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import { sharedParts } from '#app/scoring/shared-parts.ts'
import { type Person, point, priorities, roundOf, times } from './round-builder.ts'

const CONFIDENTIAL = { open: false, needed: 5 }
const OPEN = { open: true, needed: 3 }
const ABC: Person = { priorities: priorities('a', 'b', 'c') }
const CBA: Person = { priorities: priorities('c', 'b', 'a') }
const XYZ: Person = { priorities: priorities('x', 'y', 'z') }

const orderOf = (senior: readonly Person[], mode: 'open' | 'confidential' | 'unlinked' = 'confidential') =>
  scoreRound(roundOf({ senior, department: [] }, { redraws: 2, mode })).order.senior
const measured = (order: RoundScores['order']['senior']): OrderScore => {
  if (order?.kind !== 'measured') throw new Error('no order')
  return order
}

const lists = fc.array(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 1, maxLength: 5 }), {
  minLength: 2,
  maxLength: 12,
})
const pairsOf = <Value>(all: readonly Value[]) =>
  all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const))

describe('the order of two lists', () => {
  test('agrees with comparing every pair of people theme by theme', () => {
    fc.assert(
      fc.property(lists, (all) => {
        let [same, comparisons] = [0, 0]
        for (const [one, other] of pairsOf(all)) {
          for (const [a, b] of pairsOf(one.filter((theme) => other.includes(theme)))) {
            comparisons += 1
            if (other.indexOf(a) < other.indexOf(b)) same += 1
          }
        }
        const found = sameOrder(all)
        if (comparisons === 0) expect(found).toBeNull()
        else expect(found).toMatchObject({ comparisons, share: same / comparisons })
      }),
    )
  })

  test('is the same three in opposite order: all is shared, and never in the same order', () => {
    // five and five: of 45 pairs 25 are of one each and put everything the other way round, 20 do not
    const order = measured(orderOf([...times(5, ABC), ...times(5, CBA)]))
    expect(order.meanDice).toBe(1)
    expect(order.sameOrder).toEqual({ low: 4, high: 4 })
    expect(
      sameOrder([
        ['a', 'b', 'c'],
        ['c', 'b', 'a'],
      ])?.share,
    ).toBe(0)
  })
})

describe('the spread of the pairs', () => {
  test('agrees with comparing every pair of people', () => {
    fc.assert(
      fc.property(lists, (all) => {
        const overlaps = pairsOf(all).map(([one, other]) => dice(one, other))
        const share = (fits: (overlap: number) => boolean) => overlaps.filter(fits).length / overlaps.length
        const parts = sharedParts(all)
        expect(parts.nothing).toBeCloseTo(
          share((overlap) => overlap === 0),
          12,
        )
        expect(parts.half).toBeCloseTo(
          share((overlap) => overlap >= 0.5),
          12,
        )
      }),
    )
  })

  test('of thousands of people is counted in a moment', () => {
    const all = Array.from({ length: 5000 }, (_, index) =>
      [index % 7, 7 + (index % 11), 18 + (index % 13)].map(String),
    )
    const started = performance.now()
    sharedParts(all)
    sameOrder(all)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('what may be told of pairs', () => {
  test.each([5, 6, 7, 9, 10, 14, 19, 20, 40])(
    'of %i people, one who stands apart from all the others cannot be told from nobody',
    (people) => {
      const alone = 2 / people
      expect(pairShare(alone, people, CONFIDENTIAL)).toEqual(pairShare(0, people, CONFIDENTIAL))
      expect(pairShare(1 - alone, people, CONFIDENTIAL)).toEqual(pairShare(1, people, CONFIDENTIAL))
    },
  )

  test('whatever is told holds for the share itself, to half a tenth', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 5, max: 60 }), (share, n) => {
        for (const disclosure of [OPEN, CONFIDENTIAL]) {
          const { low, high } = pairShare(share, n, disclosure)
          expect(10 * share).toBeGreaterThanOrEqual(low - 0.5)
          expect(10 * share).toBeLessThanOrEqual(high + 0.5)
        }
      }),
    )
  })

  test.each([10, 12, 16])('a round of %i with one person apart is told as one without', (people) => {
    const together = measured(orderOf(times(people, ABC)))
    const apart = measured(orderOf([...times(people - 1, ABC), XYZ]))
    const turned = measured(orderOf([...times(people - 1, ABC), CBA]))
    expect(apart.parts).toEqual(together.parts)
    expect(turned.sameOrder).toEqual(together.sameOrder)
    expect(together.parts?.nothing).toEqual({ low: 0, high: 2 })
  })

  test('below ten people the spread of the pairs is not told, in open mode it is', () => {
    const nine = [...times(5, ABC), ...times(4, XYZ)]
    expect(measured(orderOf(nine)).parts).toBeNull()
    // 20 of 36 pairs are of one each and share nothing
    expect(measured(orderOf(nine, 'open')).parts).toEqual({
      nothing: { low: 6, high: 6 },
      half: { low: 4, high: 4 },
    })
  })

  test('an order that rests on one person is not told', () => {
    const pairs = ['a', 'b', 'c', 'd', 'e']
    const hub: Person = { priorities: priorities(...pairs) }
    const others = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
      ['d', 'e'],
      ['a', 'e'],
    ].map((two): Person => ({ priorities: priorities(...two) }))
    expect(measured(orderOf([hub, ...others])).sameOrder).toBeNull()
    expect(measured(orderOf([hub, ...others], 'open')).sameOrder).toEqual({ low: 10, high: 10 })
  })

  test('names and single pairs are told in open mode only', () => {
    const people = [...times(3, ABC), ...times(3, CBA)]
    expect(measured(orderOf(people)).matrix).toBeNull()
    expect(measured(orderOf(people, 'unlinked')).matrix).toBeNull()
    const { matrix } = measured(orderOf(people, 'open'))
    expect(matrix?.names).toHaveLength(6)
    expect(matrix?.shared.flat()).toEqual(times(36, 3))
    // neighbours are alike: the three who agree stand together
    expect(matrix?.overlap[0]?.slice(0, 3)).toEqual([1, 1, 1])
  })

  test('fewer than the smallest group: not even how many they were', () => {
    expect(orderOf(times(4, ABC))).toEqual({ kind: 'too-few', n: null, needed: 5 })
    expect(orderOf([...times(4, ABC), { tiebreak: point(3) }])).toEqual({
      kind: 'too-few',
      n: null,
      needed: 5,
    })
  })
})

test('an order by likeness keeps everybody once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }), {
        maxLength: 8,
      }),
      (likeness) => {
        expect(likenessOrder(likeness).toSorted((a, b) => a - b)).toEqual([...likeness.keys()])
      },
    ),
  )
})
