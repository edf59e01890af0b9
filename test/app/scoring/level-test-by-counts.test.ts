import { describe, expect, test } from 'vitest'
import type { Comparison } from '#app/scoring/comparison.ts'
import { testLevels } from '#app/scoring/level-test.ts'
import { testByCounts } from '#app/scoring/level-test-by-counts.ts'
import { randomFrom } from '#app/scoring/random.ts'

const SENIORS = 20
const DEPARTMENTS = 40

const SCALE: Comparison = { kind: 'linear', points: 5 }
const OWNER: Comparison = { kind: 'match', options: 10, real: 8 }

/** Answers of everybody to two items; with a lean, department leads answer higher and name later roles. */
function invented(lean: number, seed: number) {
  const random = randomFrom(seed)
  return [SCALE, OWNER].map((comparison) => {
    const options = comparison === SCALE ? 5 : 10
    const answers = Array.from({ length: SENIORS + DEPARTMENTS }, (_, person) =>
      Math.min(options - 1, random(options - lean) + (person < SENIORS ? 0 : lean)),
    )
    return { comparison, answers }
  })
}

describe('the test by counts beside the test by pairs, everybody having answered everything', () => {
  test.each([
    [0, 1],
    [0, 2],
    [1, 3],
    [2, 4],
  ])('gives the same p from the same labels, with a lean of %i', (lean, seed) => {
    const items = invented(lean, seed)
    const byPairs = testLevels(
      items.map(({ comparison, answers }) => ({
        comparison,
        answers: { senior: answers.slice(0, SENIORS), department: answers.slice(SENIORS) },
      })),
      3,
      randomFrom(7),
    )
    expect(testByCounts(items, SENIORS, randomFrom(7)).p).toBeCloseTo(byPairs?.p ?? Number.NaN, 10)
  })
})

test('a wide lean is told from chance', () => {
  expect(testByCounts(invented(2, 5), SENIORS, randomFrom(1)).p).toBeLessThan(0.01)
})
