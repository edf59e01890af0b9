import { expect, test } from 'vitest'
import { type ConstructItem, compareLevels } from '#app/scoring/compare-levels.ts'
import { dice } from '#app/scoring/dice.ts'
import { effectiveThemes } from '#app/scoring/effective-themes.ts'
import { isMeasured } from '#app/scoring/measure.ts'
import { rankBiasedOverlap } from '#app/scoring/rank-biased-overlap.ts'

// Eight seniors and twelve department leads on four items that stand for four constructs here; the expected figures were
// worked out apart from this code.
const ROLES = ['CEO', 'CFO', 'COO', 'CPO', 'CTO', 'CRO', 'CMO', 'CHRO', 'nobody', 'offline']
const THEMES = ['retention', 'pricing', 'platform', 'hiring', 'export', 'quality', 'tooling']

const points = (text: string) => Object.freeze(text.split(' ').map((point) => Number(point) - 1))
const signals = (text: string) => Object.freeze(text.split(' ').map((letter) => (letter === 'Y' ? 1 : 0)))
const owners = (text: string) => Object.freeze(text.split(' ').map((name) => ROLES.indexOf(name)))
const lists = (text: string) =>
  Object.freeze(
    text.split(', ').map((list) => Object.freeze(list.split(' ').map((name) => THEMES.indexOf(name)))),
  )

const seniorLists = lists(
  'retention pricing platform, retention platform hiring, pricing retention export, retention platform pricing, platform quality retention, pricing export retention, retention hiring pricing, platform retention quality',
)
const departmentLists = lists(
  'quality hiring platform, quality retention tooling, hiring quality retention, tooling platform quality, retention pricing quality, quality tooling hiring, platform quality retention, hiring tooling quality, quality pricing retention, platform tooling hiring, quality retention hiring, export quality platform',
)

const items: readonly ConstructItem[] = Object.freeze([
  {
    construct: 'rhythm',
    comparison: { kind: 'linear', points: 5 },
    answers: { senior: points('4 4 5 3 4 2 4 4'), department: points('2 3 2 4 3 2 1 3 2 4 3 2') },
  },
  {
    construct: 'focus',
    comparison: { kind: 'match', options: 2, real: 2 },
    answers: { senior: signals('Y Y N Y Y Y N Y'), department: signals('Y Y Y Y N Y Y Y Y Y Y N') },
  },
  {
    construct: 'accountability',
    comparison: { kind: 'match', options: 10, real: 8 },
    answers: {
      senior: owners('COO COO CPO COO nobody COO offline COO'),
      department: owners('CPO nobody COO offline CPO nobody COO CEO offline CPO nobody COO'),
    },
  },
  {
    construct: 'alignment',
    comparison: { kind: 'lists', catalogue: 12, asked: 3, ordered: false },
    answers: { senior: seniorLists, department: departmentLists },
  },
])

const options = {
  disclosure: { open: false, needed: 5 },
  redraws: 4000,
  people: { senior: 8, department: 12 },
}
const asOneConstruct = items.map((item) => ({ ...item, construct: 'alignment' as const }))

// item, D0, D senior, D department, D across, A senior, A department, A across, G
test.each([
  ['rhythm', 0.4, 0.2321, 0.2538, 0.3438, 0.42, 0.366, 0.141, 0.252],
  ['signal', 0.5, 0.4286, 0.303, 0.3333, 0.143, 0.394, 0.333, -0.065],
  ['owner', 0.92, 0.6429, 0.9091, 0.8125, 0.301, 0.012, 0.117, 0.04],
  ['priorities', 0.75, 0.3929, 0.4646, 0.5868, 0.476, 0.38, 0.218, 0.211],
])('%s: distances, agreement and gap of two levels', (name, d0, ...rest) => {
  const index = ['rhythm', 'signal', 'owner', 'priorities'].indexOf(name)
  const compared = compareLevels(items, { ...options, redraws: 50 }).items[index]
  const { byLevel, across, gap } = compared as NonNullable<typeof compared>
  const figures = [byLevel.senior, byLevel.department, across].filter(isMeasured)
  expect(figures.map((figure) => figure.chanceDistance)).toEqual([0, 0, 0].map(() => expect.closeTo(d0, 10)))
  const measured = [...figures.map((figure) => figure.distance), ...figures.map((figure) => figure.s)]
  const g = gap.kind === 'measured' ? gap.g : null
  expect([...measured, g]).toEqual(rest.map((value, place) => expect.closeTo(value, place < 3 ? 4 : 3)))
})

test('the construct of the four items: agreement, 90 % ranges, bands and the test of the two levels', () => {
  const compared = compareLevels(asOneConstruct, options).constructs.get('alignment')
  const { byLevel, across, gap } = compared as NonNullable<typeof compared>
  expect(byLevel.senior).toMatchObject({ s: expect.closeTo(0.335, 3), items: 4, n: 8, band: 'too-wide' })
  expect(byLevel.department).toMatchObject({ s: expect.closeTo(0.288, 3), n: 12 })
  expect(across).toMatchObject({ s: expect.closeTo(0.202, 3), n: 20, band: 'divergent' })
  expect(gap).toMatchObject({ g: expect.closeTo(0.109, 3), n: 20 })
  const ranges = [byLevel.senior, byLevel.department, across, gap].map((figure) =>
    figure.kind === 'measured' ? figure.range90 : null,
  )
  const expected = [
    [0.03, 0.57],
    [0.11, 0.4],
    [0.03, 0.31],
    [0.01, 0.22],
  ]
  ranges.forEach((range, figure) => {
    range?.forEach((limit, end) => {
      expect(Math.abs(limit - (expected[figure]?.[end] ?? Number.NaN))).toBeLessThan(0.03)
    })
    expect(range).not.toBeNull()
  })
  const p = gap.kind === 'measured' ? gap.p : null
  expect(Math.abs((p ?? Number.NaN) - 0.009)).toBeLessThan(0.005)
})

test("overlap of the seniors' lists: Dice .607, RBO_ext .514", () => {
  const pairs = seniorLists.flatMap((a, index) => seniorLists.slice(index + 1).map((b) => [a, b] as const))
  const meanOf = (overlap: typeof dice) =>
    pairs.reduce((sum, [a, b]) => sum + overlap(a, b), 0) / pairs.length
  expect(meanOf(dice)).toBeCloseTo(0.607, 3)
  expect(meanOf(rankBiasedOverlap)).toBeCloseTo(0.514, 3)
})

test('themes in play: 4.94 of 6 named by the seniors, 5.60 of 7 by the department leads', () => {
  expect(effectiveThemes(seniorLists)).toBeCloseTo(4.94, 2)
  expect(new Set(seniorLists.flat()).size).toBe(6)
  expect(effectiveThemes(departmentLists)).toBeCloseTo(5.6, 2)
  expect(new Set(departmentLists.flat()).size).toBe(7)
})
