import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Level } from '#app/questionnaire/instrument.ts'
import type { Handshake } from '#app/scoring/round-scores.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import { dependencies, type Person, point, priorities, roundOf, times } from './round-builder.ts'

const asks = (...pairs: (readonly [string, string])[]): Person =>
  Object.freeze({ dependencies: dependencies(...pairs) })
const quick = { redraws: 2 }
const score = (
  people: readonly (readonly [department: string | null, said: Person])[],
  mode: 'open' | 'confidential' | 'unlinked' = 'open',
) =>
  scoreRound(
    roundOf(
      { senior: [], department: people.map(([, said]) => said) },
      { ...quick, mode, departmentOf: (_: Level, index: number) => people[index]?.[0] ?? null },
    ),
  ).handshake
const measured = (handshake: ReturnType<typeof score>): Handshake => {
  if (handshake?.kind !== 'measured') throw new Error('no handshake')
  return handshake
}

// Sales waits for Data, and one of Data knows; Sales waits for Depots, who do not; Data says Depots wait for it, unasked.
const team = [
  ['sales', asks(['data', ''], ['depots', 'sales'])],
  ['sales', asks(['data', 'sales'])],
  ['data', asks(['data', 'sales'], ['data', 'depots'])],
  ['depots', asks(['', 'sales'])],
  [null, asks(['depots', 'sales'], ['data', 'data'])],
] as const

describe('the handshake of two departments', () => {
  test('is acknowledged, an orphan or unasked, by who names the pair; who waits is one’s own unless picked', () => {
    expect(measured(score(team))).toEqual({
      kind: 'measured',
      n: 5,
      departments: ['Sales', 'Data', 'Depots'],
      pairs: [
        {
          provider: 'Data',
          waiting: 'Sales',
          people: { kind: 'exact', count: 3, of: 5 },
          state: 'acknowledged',
        },
        { provider: 'Depots', waiting: 'Sales', people: { kind: 'exact', count: 2, of: 5 }, state: 'orphan' },
        { provider: 'Data', waiting: 'Depots', people: { kind: 'exact', count: 1, of: 5 }, state: 'unasked' },
      ],
      pooled: 0,
      acknowledged: { kind: 'exact', count: 1, of: 3 },
      orphan: { kind: 'exact', count: 1, of: 3 },
      unasked: { kind: 'exact', count: 1, of: 3 },
      reciprocity: 0.5,
      unowned: { kind: 'exact', count: 1, of: 5 },
    })
  })

  test('in confidence lists pairs of two people or more, without what one department said', () => {
    const handshake = measured(score(team, 'confidential'))
    expect(handshake.pairs).toEqual([
      { provider: 'Data', waiting: 'Sales', people: { kind: 'exact', count: 3, of: 5 }, state: null },
      { provider: 'Depots', waiting: 'Sales', people: { kind: 'exact', count: 2, of: 5 }, state: null },
    ])
    expect(handshake).toMatchObject({
      pooled: 1,
      acknowledged: { kind: 'at-most-one', of: 3 },
      unowned: { kind: 'at-most-one', of: 5 },
      reciprocity: null,
    })
  })

  test('is not known in an unlinked round, and where the leads have no departments', () => {
    expect(score(team, 'unlinked')).toEqual({ kind: 'not-known', reason: 'unlinked' })
    expect(score(team.map(([, said]) => [null, said]))).toEqual({
      kind: 'not-known',
      reason: 'no-departments',
    })
  })

  test('needs enough people, and an instrument that asks', () => {
    expect(score(team.slice(0, 4), 'confidential')).toEqual({ kind: 'too-few', n: null, needed: 5 })
    const input = roundOf({ senior: times(6, { tiebreak: point(3) }), department: [] }, quick)
    const sections = input.instrument.sections.map((section) => ({
      ...section,
      items: section.items.filter(({ id }) => id !== 'dependencies'),
    }))
    expect(scoreRound({ ...input, instrument: { ...input.instrument, sections } }).handshake).toBeNull()
  })

  test('counts a lead once, however often the pair is named', () => {
    const twice = times(5, ['sales', asks(['data', ''], ['data', 'sales'])] as const)
    expect(measured(score(twice)).pairs).toMatchObject([{ people: { count: 5 }, state: 'orphan' }])
    expect(measured(score(twice)).reciprocity).toBe(0)
  })

  test('where nobody asks anything of anybody has no share', () => {
    const handshake = measured(score(times(5, ['sales', { dependencies: priorities() }] as const)))
    expect(handshake).toMatchObject({ pairs: [], pooled: 0, reciprocity: null })
  })
})

test('the pairs of a level that may not be shown are not in the handshake', () => {
  const pick = fc.constantFrom('sales', 'data', 'depots', '')
  const said = fc.array(fc.tuple(pick, pick), { maxLength: 3 }).map((pairs) => asks(...pairs))
  const one = team[0][1]
  const of = (hidden: Person) =>
    JSON.stringify(
      scoreRound(
        roundOf(
          { senior: times(6, one), department: [...times(3, one), hidden] },
          { ...quick, departmentOf: (_: Level, index: number) => (index % 2 ? 'sales' : 'data') },
        ),
      ),
    )
  fc.assert(
    fc.property(said, said, (a, b) => {
      expect(of(a)).toBe(of(b))
    }),
    { numRuns: 20 },
  )
})
