import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CodedAnswer, Comparison } from '#app/scoring/comparison.ts'
import { effectiveThemes } from '#app/scoring/effective-themes.ts'
import { type DistanceMatrix, energyDistance, energyTest, relabelled } from '#app/scoring/energy-test.ts'
import { agreementsAcrossWithout, agreementsWithout } from '#app/scoring/leave-one-out.ts'
import { agreementBySums } from '#app/scoring/pair-sums.ts'
import { acrossAgreement, pairwiseAgreement } from '#app/scoring/pairwise-agreement.ts'
import { randomFrom } from '#app/scoring/random.ts'
import { themesWithout } from '#app/scoring/themes-without.ts'

const rating: Comparison = { kind: 'linear', points: 5 }
const owner: Comparison = { kind: 'match', options: 7, real: 4 }
const ranked: Comparison = { kind: 'lists', catalogue: 9, asked: 3, ordered: true }
const unranked: Comparison = { ...ranked, ordered: false }

const list = fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 6 })
const cases: [string, Comparison, fc.Arbitrary<CodedAnswer>][] = [
  ['a rating', rating, fc.integer({ min: 0, max: 4 })],
  ['an owner', owner, fc.integer({ min: 0, max: 6 })],
  ['an ordered list', ranked, list],
  ['a list', unranked, list],
]
const group = (answer: fc.Arbitrary<CodedAnswer>) =>
  fc
    .array(fc.option(answer, { freq: 5 }), { minLength: 1, maxLength: 9 })
    .map((answers): readonly (CodedAnswer | null)[] => Object.freeze(answers))
const orNull = (result: ReturnType<typeof pairwiseAgreement>) =>
  result.kind === 'measured' ? expect.closeTo(result.value, 9) : null

describe.each(cases)('%s, out of sums by answer', (_, comparison, answer) => {
  test('agreement is that over pairs, within a group and across two', () => {
    fc.assert(
      fc.property(group(answer), group(answer), (a, b) => {
        const [givenA, givenB] = [a, b].map((answers) => answers.filter((one) => one !== null))
        expect(agreementBySums(comparison, givenA ?? [])).toEqual(orNull(pairwiseAgreement(comparison, a)))
        expect(agreementBySums(comparison, givenA ?? [], givenB)).toEqual(
          orNull(acrossAgreement(comparison, a, b)),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('without each person it is that of the others', () => {
    fc.assert(
      fc.property(group(answer), group(answer), (a, b) => {
        expect(agreementsWithout(comparison, a)).toEqual(
          a.map((_, person) => orNull(pairwiseAgreement(comparison, a.toSpliced(person, 1)))),
        )
        expect(agreementsAcrossWithout(comparison, a, b)).toEqual([
          ...a.map((_, person) => orNull(acrossAgreement(comparison, a.toSpliced(person, 1), b))),
          ...b.map((_, person) => orNull(acrossAgreement(comparison, a, b.toSpliced(person, 1)))),
        ])
      }),
      { numRuns: 60 },
    )
  })
})

test('themes in play without each person are those of the others', () => {
  const lists = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 }), {
    minLength: 3,
    maxLength: 8,
  })
  fc.assert(
    fc.property(lists, (people) => {
      const expected = people.map((_, person) => {
        const others = people.toSpliced(person, 1)
        const effective = effectiveThemes(others)
        return {
          effectiveThemes: effective === null ? null : expect.closeTo(effective, 9),
          distinct: new Set(others.flat()).size,
        }
      })
      expect(themesWithout(people)).toEqual(expected)
    }),
  )
})

describe('the test of the levels with the groups moved apart', () => {
  const matrixOf = (places: readonly number[]): DistanceMatrix => ({
    n: places.length,
    distances: Float64Array.from(places.flatMap((a) => places.map((b) => Math.abs(a - b)))),
  })
  const places = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 7, maxLength: 7 })

  test('a shift of nothing is the test itself, and a larger one never makes p larger', () => {
    fc.assert(
      fc.property(places, fc.double({ min: 0, max: 2, noNaN: true }), (people, shift) => {
        const p = relabelled(matrixOf(people), 3, randomFrom(1))
        expect(p(0)).toBe(energyTest(matrixOf(people), 3, randomFrom(1)))
        expect(p(shift)).toBeLessThanOrEqual(p(0))
        expect(p(-shift)).toBeGreaterThanOrEqual(p(0))
      }),
      { numRuns: 40 },
    )
  })

  test('p is the share of splits whose energy distance is that of the groups and the shift, or more', () => {
    fc.assert(
      fc.property(places, fc.constantFrom(-0.31, 0.17, 0.53), (people, shift) => {
        const limit = energyDistance(matrixOf(people), 3) + shift
        const splits = splitsOf(people, 3)
        const asFar = splits.filter((split) => energyDistance(matrixOf(split), 3) >= limit - 1e-7)
        expect(relabelled(matrixOf(people), 3, randomFrom(1))(shift)).toBeCloseTo(
          asFar.length / splits.length,
          9,
        )
      }),
      { numRuns: 30 },
    )
  })
})

/** Every order of the people that differs in who the first `size` are. */
function splitsOf(people: readonly number[], size: number): number[][] {
  const masks = Array.from({ length: 2 ** people.length }, (_, mask) => mask)
  const isIn = (mask: number, person: number) => ((mask >> person) & 1) === 1
  return masks
    .filter((mask) => people.filter((_, person) => isIn(mask, person)).length === size)
    .map((mask) => [
      ...people.filter((_, person) => isIn(mask, person)),
      ...people.filter((_, person) => !isIn(mask, person)),
    ])
}
