import { describe, expect, test } from 'vitest'
import { codedChoices } from '#app/scoring/disclosure/coded-choices.ts'
import { toldOptions } from '#app/scoring/told-options.ts'

const CONFIDENTIAL = { open: false, needed: 5 }

function optionsOf(counts: readonly number[]) {
  return codedChoices(counts, CONFIDENTIAL).map((people, index) => ({
    id: `o${index}`,
    label: `Option ${index}`,
    people,
  }))
}

/** Every way in which n people choose among so many options. */
function waysOf(n: number, options: number): number[][] {
  if (options === 1) return [[n]]
  return Array.from({ length: n + 1 }, (_, first) =>
    waysOf(n - first, options - 1).map((rest) => [first, ...rest]),
  ).flat()
}

describe('options side by side', () => {
  test.each([
    [5, 3],
    [6, 4],
    [8, 4],
    [9, 3],
    [9, 5],
  ])(
    'of %i people and %i options no reader can tell of any option that one person alone chose it',
    (n, options) => {
      const byPrint = new Map<string, number[][]>()
      for (const counts of waysOf(n, options)) {
        const print = JSON.stringify(optionsOf(counts))
        byPrint.set(print, [...(byPrint.get(print) ?? []), counts])
      }
      for (const ways of byPrint.values()) {
        const alone = Array.from({ length: options }, (_, option) =>
          ways.every((counts) => counts[option] === 1),
        )
        if (alone.some(Boolean)) expect(ways).toEqual([])
      }
    },
  )

  test('are listed from two people on, the most named first, and the rest is counted', () => {
    const told = toldOptions(optionsOf([2, 5, 1, 1, 0]), false)
    expect(told.listed.map(({ id }) => id)).toEqual(['o1', 'o0'])
    expect(told.rest).toBe(3)
  })

  test('in open mode every option that was chosen is listed as it is', () => {
    const open = [4, 1, 0].map((count, index) => ({
      id: `o${index}`,
      label: 'x',
      people: { kind: 'exact' as const, count, of: 5 },
    }))
    expect(toldOptions(open, true)).toMatchObject({ listed: [{ id: 'o0' }, { id: 'o1' }], rest: 1 })
  })
})
