import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import type { PrivacyMode } from '#app/rounds/round.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import type { ScoreInput } from '#app/scoring/score-input.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import {
  cantSay,
  choose,
  deepFreeze,
  dependencies,
  number,
  owner,
  type Person,
  point,
  priorities,
  roundOf,
  tick,
  times,
} from './round-builder.ts'

const itemOf = (scores: RoundScores, id: string) => {
  const found = scores.items.find((item) => item.itemId === id)
  if (!found) throw new Error(`no item ${id}`)
  return found
}

const steady: Person = Object.freeze({
  priorities: priorities('Retention', 'Pricing', 'Platform'),
  'estimate-first': number(8),
  tradeoff: choose('specific'),
  stops: priorities('Export'),
  dependencies: dependencies(['data', 'sales']),
  tiebreak: point(4),
  'added-midquarter': point(4),
  'hard-to-say-no': point(2),
  'all-green': point(3),
  'slow-crossfunctional': point(5),
  'owns-outcome': owner('coo'),
  'decision-lag': choose('month'),
  'weekly-answers': tick('blocked'),
})

const department = fc.constantFrom('sales', 'data', 'depots', '')

const person: fc.Arbitrary<Person> = fc
  .record(
    {
      priorities: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 5 }),
      'estimate-first': fc.integer({ min: 0, max: 10 }),
      tradeoff: fc.constantFrom('specific', 'nothing', 'unknown'),
      stops: fc.uniqueArray(fc.constantFrom('a', 'b', 'x', 'y'), { maxLength: 4 }),
      dependencies: fc.array(fc.tuple(department, department), { maxLength: 3 }),
      tiebreak: fc.integer({ min: 1, max: 5 }),
      'added-midquarter': fc.integer({ min: 1, max: 5 }),
      'hard-to-say-no': fc.integer({ min: 1, max: 5 }),
      'all-green': fc.integer({ min: 1, max: 5 }),
      'slow-crossfunctional': fc.integer({ min: 1, max: 5 }),
      'owns-outcome': fc.constantFrom('coo', 'cpo', 'cto', 'nobody', 'shared', 'offline', 'cant-say'),
      'decision-lag': fc.constantFrom('week', 'month', 'never'),
      'weekly-answers': fc.subarray(['blocked', 'decided', 'next']),
    },
    { requiredKeys: [] },
  )
  .map((said) => Object.fromEntries(Object.entries(said).map(([id, value]) => [id, asSaid(id, value)])))

function asSaid(id: string, value: string | number | string[] | [string, string][]): Person[string] {
  if (id === 'dependencies') return dependencies(...(value as [string, string][]))
  if (id === 'weekly-answers') return tick(...(value as string[]))
  if (Array.isArray(value)) return priorities(...(value as string[]))
  if (typeof value === 'number') return id === 'estimate-first' ? number(value) : point(value)
  return id === 'owns-outcome' ? owner(value) : choose(value)
}

const people = (most: number) => fc.array(person, { maxLength: most })
const team = fc.record({ senior: people(9), department: people(12) })
const mode = fc.constantFrom<PrivacyMode>('open', 'confidential', 'unlinked')
const departmentOf = (_: Level, index: number) => ['sales', 'data', 'depots', null][index % 4] ?? null
const quick = { redraws: 40, departmentOf }

/** Every object and number in some scores, with the path to it. */
function walk(value: unknown, visit: (value: unknown, path: string) => void, path = ''): void {
  visit(value, path)
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value)) walk(part, visit, `${path}.${key}`)
}

describe('whatever the answers are', () => {
  test('every number is finite and survives JSON', () => {
    fc.assert(
      fc.property(team, mode, (answers, privacy) => {
        const scores = scoreRound(roundOf(answers, { ...quick, mode: privacy }))
        walk(scores, (value, path) => {
          if (typeof value === 'number') expect(Number.isFinite(value), path).toBe(true)
          expect(value, path).not.toBeUndefined()
        })
        expect(JSON.parse(JSON.stringify(scores))).toEqual(scores)
      }),
      { numRuns: 50 },
    )
  })

  test('agreement is 1 at most, and its ranges hold it, the wider one the narrower', () => {
    fc.assert(
      fc.property(team, (answers) => {
        walk(scoreRound(roundOf(answers, quick)), (value) => {
          if (typeof value !== 'object' || value === null || !('s' in value)) return
          const { s, range90, range95 } = value as { s: number; range90: number[]; range95: number[] }
          expect(s).toBeLessThanOrEqual(1)
          if (!range90) return
          expect([...range95.slice(0, 1), ...range90.slice(0, 1), s]).toEqual(
            [...range95.slice(0, 1), ...range90.slice(0, 1), s].sort((a, b) => a - b),
          )
          expect([s, range90[1], range95[1]]).toEqual(
            [s, range90[1], range95[1]].sort((a = 0, b = 0) => a - b),
          )
        })
      }),
      { numRuns: 25 },
    )
  })

  test('the order of the submissions and their ids change nothing', () => {
    fc.assert(
      fc.property(team, fc.infiniteStream(fc.nat()), (answers, numbers) => {
        const input = roundOf(answers, { ...quick, mode: 'unlinked' })
        expect(scoreRound(shuffled(input, numbers))).toEqual(scoreRound(input))
      }),
      { numRuns: 25 },
    )
  })

  test('outside open mode no count tells of a single person, and nobody is named', () => {
    fc.assert(
      fc.property(team, fc.constantFrom<PrivacyMode>('confidential', 'unlinked'), (answers, privacy) => {
        const scores = scoreRound(roundOf(answers, { ...quick, mode: privacy }))
        walk(scores, (value, path) => {
          if (typeof value !== 'object' || value === null) return
          const { kind, count, of } = value as { kind?: string; count?: number; of?: number }
          if (kind === 'exact') expect([0, 1, (of ?? 0) - 1, of], path).not.toContain(count)
          if (kind === 'too-few') expect(value).toMatchObject({ n: null })
          if ('namedBy' in value) expect(value.namedBy).toBeNull()
          if ('points' in value) expect(value.points).toBeNull()
          if ('changes' in value) expect(value, path).toMatchObject({ people: null, to: null })
          if ('provider' in value) expect(value, path).toMatchObject({ state: null })
        })
        expect(JSON.stringify(scores)).not.toContain('Name ')
      }),
      { numRuns: 20 },
    )
  })

  test('a larger smallest group never shows more', () => {
    const measuredPaths = (scores: RoundScores) => {
      const paths = new Set<string>()
      walk(scores.items, (value, path) => {
        if ((value as { kind?: string } | null)?.kind === 'measured') paths.add(path)
      })
      return paths
    }
    fc.assert(
      fc.property(team, (answers) => {
        const strict = measuredPaths(scoreRound(roundOf(answers, { ...quick, smallestGroup: 7 })))
        const plain = measuredPaths(scoreRound(roundOf(answers, { ...quick, smallestGroup: 5 })))
        expect([...strict].filter((path) => !plain.has(path))).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('giving the roles or the themes other names leaves every agreement as it was', () => {
    fc.assert(
      fc.property(team, (answers) => {
        const input = roundOf(answers, quick)
        const renamed = deepFreeze({
          ...input,
          roles: [...input.roles].reverse(),
          codebook: {
            ...input.codebook,
            themes: input.codebook.themes.map((theme) => ({
              ...theme,
              name: `z${theme.name.length} ${theme.id}`,
            })),
          },
        })
        expect(agreements(scoreRound(renamed))).toEqual(
          agreements(scoreRound(input)).map((s) => (s === null ? null : expect.closeTo(s, 10))),
        )
      }),
      { numRuns: 20 },
    )
  })
})

function agreements(scores: RoundScores): (number | null)[] {
  return scores.items.flatMap((item) =>
    [item.byLevel.senior, item.byLevel.department].map((level) =>
      level?.kind === 'measured' && level.agreement?.kind === 'measured' ? level.agreement.s : null,
    ),
  )
}

function shuffled(input: ScoreInput, numbers: Iterable<number>): ScoreInput {
  const order = numbers[Symbol.iterator]()
  const keyed = input.submissions.map((submission) => ({ submission, key: order.next().value as number }))
  const rename = (id: string) => `renamed-${[...id].reverse().join('')}`
  return deepFreeze({
    ...input,
    submissions: keyed
      .sort((a, b) => a.key - b.key)
      .map(({ submission }) => ({ ...submission, id: rename(submission.id) })),
    codebook: {
      ...input.codebook,
      lines: input.codebook.lines.map((line) => ({ ...line, submissionId: rename(line.submissionId) })),
    },
  })
}

describe('what may not be shown changes no byte', () => {
  const fourOf = (said: Person) => [...times(3, steady), said]

  test.each<PrivacyMode>(['confidential', 'unlinked'])('a level below the smallest group (%s)', (privacy) => {
    fc.assert(
      fc.property(person, person, (one, other) => {
        const score = (said: Person) =>
          JSON.stringify(
            scoreRound(
              roundOf({ senior: times(6, steady), department: fourOf(said) }, { ...quick, mode: privacy }),
            ),
          )
        expect(score(one)).toBe(score(other))
      }),
      { numRuns: 25 },
    )
  })

  test('the senior team where only the departments may be shown', () => {
    fc.assert(
      fc.property(person, person, (one, other) => {
        const score = (said: Person) =>
          JSON.stringify(scoreRound(roundOf({ senior: fourOf(said), department: times(6, steady) }, quick)))
        expect(score(one)).toBe(score(other))
      }),
      { numRuns: 25 },
    )
  })

  test('how many people of a hidden level answered', () => {
    const score = (count: number) => {
      const scores = scoreRound(
        roundOf({ senior: times(6, steady), department: times(count, steady) }, quick),
      )
      return { ...scores, response: scores.response.department.submitted }
    }
    expect(score(4)).toEqual(score(1))
    expect(score(4).response).toBeNull()
  })

  test.each([
    'priorities',
    'stops',
    'dependencies',
    'tiebreak',
    'all-green',
    'owns-outcome',
    'tradeoff',
    'estimate-first',
  ])('an item that too few of a shown level answered: %s', (itemId) => {
    fc.assert(
      fc.property(person, (said) => {
        const hidden = said[itemId]
        fc.pre(hidden !== undefined && !('state' in hidden))
        const { [itemId]: _, ...rest } = steady
        const score = (one: Person[string]) =>
          JSON.stringify(
            scoreRound(
              roundOf(
                {
                  senior: times(7, steady),
                  department: [...times(4, rest), ...times(3, steady), { ...rest, [itemId]: one }],
                },
                quick,
              ),
            ),
          )
        expect(score(hidden as Person[string])).toBe(score(steady[itemId] as Person[string]))
      }),
      { numRuns: 8 },
    )
  })
})

describe('a level that may not be shown', () => {
  const scores = scoreRound(roundOf({ senior: times(6, steady), department: times(4, steady) }, quick))
  const tooFew = { kind: 'too-few', n: null, needed: 5 }

  test('hides what mixes both levels, too', () => {
    expect(scores.shown).toEqual({ senior: true, department: false })
    expect(scores.response).toEqual({
      senior: { invited: 6, submitted: 6 },
      department: { invited: 4, submitted: null },
    })
    for (const item of scores.items) {
      expect(item.byLevel.department).toEqual(tooFew)
      if (item.across) expect(item).toMatchObject({ across: tooFew, gap: tooFew })
    }
    for (const construct of scores.constructs)
      expect(construct).toMatchObject({ across: tooFew, gap: tooFew })
    expect(scores.tradeOffs).toEqual(tooFew)
    expect(scores.coverage).toEqual([])
    expect(scores.overload.department).toEqual(tooFew)
    expect(scores.illusion.department).toEqual([tooFew])
  })

  test('is left out of the signals, or it could be had by subtraction', () => {
    expect(scores.signals).toMatchObject({ kind: 'measured', n: 6 })
  })
})

describe('open mode', () => {
  const odd: Person = { ...steady, priorities: priorities('Hiring'), tiebreak: point(1) }
  const scores = scoreRound(
    roundOf({ senior: [...times(3, steady), odd], department: times(2, steady) }, { ...quick, mode: 'open' }),
  )

  test('shows names, points and exact counts from three people', () => {
    expect(itemOf(scores, 'tiebreak').byLevel.senior).toMatchObject({
      kind: 'measured',
      detail: { points: [1, 4, 4, 4], mean: '3.3', low: { kind: 'exact', count: 1, of: 4 } },
    })
    expect(itemOf(scores, 'priorities').byLevel.senior).toMatchObject({
      detail: {
        pooled: 0,
        themes: [
          { name: 'Platform', people: { count: 3 }, namedBy: ['Name s0', 'Name s1', 'Name s2'] },
          { name: 'Pricing' },
          { name: 'Retention', first: { kind: 'exact', count: 3, of: 4 } },
          { name: 'Hiring', people: { count: 1 }, namedBy: ['Name s3'] },
        ],
      },
    })
  })

  test('says how many people there were where they are too few', () => {
    expect(itemOf(scores, 'tiebreak').byLevel.department).toEqual({ kind: 'too-few', n: 2, needed: 3 })
    expect(scores.response.department).toEqual({ invited: 2, submitted: 2 })
  })

  test('gives no range below four people', () => {
    const three = scoreRound(
      roundOf({ senior: times(3, steady), department: [] }, { ...quick, mode: 'open' }),
    )
    expect(itemOf(three, 'tiebreak').byLevel.senior).toMatchObject({
      agreement: { s: 1, n: 3, range90: null, range95: null, chanceLine: null, band: 'too-wide' },
    })
  })
})

describe('confidential mode', () => {
  const odd: Person = {
    ...steady,
    priorities: priorities('Hiring', 'Retention'),
    stops: priorities(),
    tiebreak: point(1),
    'owns-outcome': owner('cto'),
    'decision-lag': choose('never'),
  }
  const scores = scoreRound(
    roundOf({ senior: [...times(6, steady), odd], department: times(9, steady) }, quick),
  )

  test('pools themes and owners that one person named, and codes the ends of every count', () => {
    expect(itemOf(scores, 'priorities').byLevel.senior).toMatchObject({
      detail: {
        themes: [
          { name: 'Platform', people: { kind: 'all-but-at-most-one', of: 7 } },
          { name: 'Pricing' },
          { name: 'Retention' },
        ],
        pooled: 1,
        distinct: 4,
        meanLines: 2.9,
      },
    })
    expect(itemOf(scores, 'owns-outcome').byLevel.senior).toMatchObject({
      detail: { options: [{ id: 'coo', label: 'COO', people: { kind: 'all-but-at-most-one' } }], pooled: 1 },
    })
    expect(itemOf(scores, 'decision-lag').byLevel.senior).toMatchObject({
      detail: { options: [{ people: { kind: 'at-most-one' } }, {}, { people: { kind: 'at-most-one' } }] },
    })
  })

  test('does not tell the one who named no stop by the difference of two numbers', () => {
    expect(itemOf(scores, 'stops').byLevel.senior).toMatchObject({
      n: 7,
      agreement: { n: 7 },
      detail: { nothing: { kind: 'at-most-one', of: 7 } },
    })
    expect(itemOf(scores, 'stops').across).toMatchObject({ n: 16 })
    expect(scores.overload.senior).toMatchObject({ canNameStop: { kind: 'all-but-at-most-one', of: 7 } })
  })

  test('gives the sum of both levels no more sharply than its parts', () => {
    expect(scores.signals).toMatchObject({
      kind: 'measured',
      signals: [
        { itemId: 'added-midquarter', present: { kind: 'between', low: 14, high: 16, of: 16 } },
        {},
        {},
        {},
      ],
    })
  })

  test('gives neither the distribution nor both halves of a rating below ten people', () => {
    expect(itemOf(scores, 'tiebreak').byLevel.senior).toMatchObject({
      detail: { distribution: null, high: null, low: { kind: 'at-most-one', of: 7 } },
    })
  })
})

describe("can't say", () => {
  const unsure: Person = { ...steady, tiebreak: cantSay, 'owns-outcome': cantSay }
  const scores = scoreRound(
    roundOf({ senior: [...times(5, steady), ...times(3, unsure)], department: [] }, quick),
  )

  test('is left out of a rating, and counted beside it', () => {
    expect(itemOf(scores, 'tiebreak').byLevel.senior).toMatchObject({
      n: 5,
      of: 8,
      cantSay: { kind: 'exact', count: 3, of: 8 },
      agreement: { s: 1, n: 5 },
    })
  })

  test('is an answer to who owns something, and matches nobody', () => {
    // 10 of the 28 pairs name the same role; three real roles of eight options: D0 = 1 - 3 / 64
    expect(itemOf(scores, 'owns-outcome').byLevel.senior).toMatchObject({
      n: 8,
      agreement: { s: expect.closeTo(1 - 18 / 28 / (1 - 3 / 64), 10), n: 8 },
      detail: {
        noRealOwner: { kind: 'exact', count: 3, of: 8 },
        state: 'agreed',
        pairMatch: expect.closeTo(10 / 28, 10),
      },
    })
  })
})

describe('composed figures', () => {
  const [wide, vague]: Person[] = [
    { ...steady, priorities: priorities('Hiring', 'Export '), tradeoff: choose('nothing') },
    { ...steady, tradeoff: choose('nothing') },
  ]
  const scores = scoreRound(
    roundOf(
      {
        senior: [...times(4, steady), ...times(2, wide as Person)],
        department: [...times(3, steady), ...times(5, vague as Person), ...times(2, wide as Person)],
      },
      quick,
    ),
  )

  test('coverage: how many department leads name each of the senior top three', () => {
    const eight = { kind: 'exact', count: 8, of: 10 }
    expect(scores.coverage).toEqual(
      ['Platform', 'Pricing', 'Retention'].map((name) => ({
        name,
        senior: { kind: 'exact', count: 4, of: 6 },
        department: eight,
      })),
    )
    expect(itemOf(scores, 'priorities').byLevel.department).toMatchObject({ strength: { value: 80, n: 10 } })
  })

  test('trade-offs: who shares a senior priority, and who of them can say what gave way', () => {
    expect(scores.tradeOffs).toEqual({
      kind: 'measured',
      n: 10,
      sharePriority: { kind: 'exact', count: 8, of: 10 },
      both: { kind: 'exact', count: 3, of: 10 },
      // nobody who shares none can say what gave way: a group that the other three would tell
      quadrant: null,
    })
  })

  test('trade-offs in four groups, unless one of them is a single person or nobody', () => {
    const groupsOf = (neither: number, mode: PrivacyMode) => {
      const group = (todo: string, gave: string) => ({ priorities: priorities(todo), tradeoff: choose(gave) })
      const department = [
        ...times(3, group('a', 'specific')),
        ...times(4, group('a', 'nothing')),
        ...times(2, group('b', 'specific')),
        ...times(neither, group('b', 'unknown')),
      ]
      const { tradeOffs } = scoreRound(
        roundOf({ senior: times(6, group('a', 'specific')), department }, { ...quick, mode }),
      )
      return tradeOffs?.kind === 'measured' ? tradeOffs.quadrant : 'none'
    }
    expect(groupsOf(2, 'confidential')).toEqual({ both: 3, priorityOnly: 4, tradeOffOnly: 2, neither: 2 })
    expect(groupsOf(1, 'confidential')).toBeNull()
    expect(groupsOf(1, 'open')).toEqual({ both: 3, priorityOnly: 4, tradeOffOnly: 2, neither: 1 })
  })

  test('collisions name people in open mode only', () => {
    const team = { senior: [...times(3, { ...steady, stops: priorities('Pricing') })], department: [] }
    expect(scoreRound(roundOf(team, { ...quick, mode: 'open' })).collisions).toMatchObject([
      {
        name: 'Pricing',
        namedBy: { priority: ['Name s0', 'Name s1', 'Name s2'], stop: ['Name s0', 'Name s1', 'Name s2'] },
      },
    ])
  })

  test('collisions: a priority of some is on the stop list of others, whatever its case and spaces', () => {
    expect(scores.collisions).toEqual([
      {
        name: 'Export ',
        priority: {
          senior: { kind: 'exact', count: 2, of: 6 },
          department: { kind: 'exact', count: 2, of: 10 },
        },
        stop: {
          senior: { kind: 'all-but-at-most-one', of: 6 },
          department: { kind: 'all-but-at-most-one', of: 10 },
        },
        namedBy: null,
      },
    ])
  })

  test('illusion: what is believed of ten colleagues beside what is shown', () => {
    expect(scores.illusion.senior).toEqual([
      { kind: 'measured', itemId: 'estimate-first', n: 6, perceived: 8, shown: 6.7 },
    ])
  })

  test('overload: five distinct themes of three asked for are no overload, unless nobody can name a stop', () => {
    expect(scores.overload.senior).toMatchObject({ asked: 3, distinct: 5, reasons: ['effective-themes'] })
    const idle = scoreRound(
      roundOf({ senior: times(6, { ...steady, stops: priorities() }), department: [] }, quick),
    )
    expect(idle.overload.senior).toMatchObject({ effectiveThemes: 3, reasons: ['no-stop'], flagged: true })
  })

  test('signals: present from "often", and the rule is met where two are', () => {
    expect(scores.signals).toMatchObject({ verdict: 'met', n: 16 })
    const calm = scoreRound(
      roundOf({ senior: times(6, { ...steady, 'added-midquarter': point(3) }), department: [] }, quick),
    )
    expect(calm.signals).toMatchObject({ verdict: 'not-met' })
  })

  test('strength: the healthy end of a rating is 100, coded at the ends as its mean is', () => {
    expect(itemOf(scores, 'slow-crossfunctional').byLevel.senior).toMatchObject({
      strength: { value: 12.5 },
      detail: { mean: '4.5 or more', healthyMean: 1.5 },
    })
    expect(itemOf(scores, 'decision-lag').byLevel.senior).toMatchObject({ strength: { value: 50 } })
    expect(itemOf(scores, 'owns-outcome').byLevel.senior).toMatchObject({ strength: { value: 87.5 } })
    expect(itemOf(scores, 'weekly-answers').byLevel.department).toMatchObject({ strength: { value: 32.5 } })
  })
})

test('an empty round scores to reasons, not to numbers', () => {
  const scores = scoreRound(roundOf({ senior: [], department: [] }, quick))
  walk(scores, (value) => expect((value as { kind?: string } | null)?.kind).not.toBe('measured'))
  expect(scores.shown).toEqual({ senior: false, department: false })
  for (const level of LEVELS) expect(scores.response[level].submitted).toBeNull()
})

test('an answer of another kind than its item is a broken contract', () => {
  const wrong = roundOf({ senior: times(5, { tiebreak: number(3) }), department: [] }, quick)
  expect(() => scoreRound(wrong)).toThrow(/"tiebreak" is of another kind/)
})

test('the same round scored twice is the same, byte for byte', () => {
  const input = roundOf({ senior: times(6, steady), department: times(7, steady) }, quick)
  expect(JSON.stringify(scoreRound(input))).toBe(JSON.stringify(scoreRound(input)))
})
