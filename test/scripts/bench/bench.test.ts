import { describe, expect, test } from 'vitest'
import { benchOf } from '#scripts/bench/catalogue.ts'
import { inventedRound } from '#scripts/bench/invented-round.ts'
import { withSection } from '#scripts/bench/page.ts'
import { readR } from '#scripts/bench/r-measures.ts'
import { besideR } from '#scripts/bench/scoring.ts'
import { growth, median, tableOf } from '#scripts/bench/table.ts'
import { typedResampling } from '#scripts/bench/typed-resampling.ts'

test('a bench that is not there is answered with one line that names those that are', () => {
  expect(benchOf(['scoring'])).toMatchObject({ name: 'scoring', length: 'short' })
  expect(benchOf(['load', '--long'])).toMatchObject({ name: 'load', length: 'long' })
  for (const args of [[], ['speed'], ['scoring', 'twice'], ['constructor']]) {
    expect(() => benchOf(args)).toThrow(
      /^No bench .*; there is: [a-z, -]*scoring[a-z, -]* \(npm run bench -- NAME \[--long\]\)$/,
    )
  }
})

describe('the page of last figures', () => {
  const page = '# Benchmarks\n\nWords.\n\n## first\n\nold\n\n## second\n\nkept\n'

  test('a section takes the place of its last figures, and the others stay', () => {
    const next = withSection(page, 'first', 'new')
    expect(next).toBe('# Benchmarks\n\nWords.\n\n## first\n\n```text\nnew\n```\n\n## second\n\nkept\n')
    expect(withSection(next, 'first', 'new')).toBe(next)
  })

  test('a new section comes last', () => {
    expect(withSection(page, 'third', 'new')).toBe(`${page}\n## third\n\n\`\`\`text\nnew\n\`\`\`\n`)
  })
})

test('columns stand under their headings, and growth is told for ten times the size', () => {
  expect(
    tableOf(
      ['leads', 'ms'],
      [
        ['10', '5'],
        ['1000', '1234'],
      ],
    ),
  ).toEqual(['leads    ms', '-----  ----', '10        5', '1000   1234'])
  expect(growth([10, 1000], [5, 500], 1)).toBe('x 10.0')
  expect(growth([10, 1000], [5, 500], 0)).toBe('')
  expect([median([3, 1, 2]), median([4, 1])]).toEqual([2, 2.5])
})

describe('beside R', () => {
  const ours = {
    memory: 100,
    measures: Object.fromEntries(
      ['r_wg', 'AD', 'A', 'alpha'].map((name) => [name, { wall: 200, mean: 0.5 }]),
    ) as Parameters<typeof besideR>[0]['measures'],
  }

  test('without R one line says so', () => {
    expect([...besideR(ours, { kind: 'missing', reason: 'R is not installed here' })]).toEqual([
      'Beside R: not compared. R is not installed here.',
    ])
  })

  test('a package that is not installed is named, and the others are compared', () => {
    const r = readR(
      'R 4.2.2\nr_wg 5.0000 0.5000000000 10000\nalpha 150.0000 0.4000000000 100\nA missing agrmt\n',
    )
    const lines = [...besideR(ours, r)].join('\n')
    expect(lines).toMatch(/Beside R 4\.2\.2/)
    expect(lines).toMatch(/r_wg +5000 +200 +25 +met .*multilevel::rwg/)
    expect(lines).toMatch(/alpha +150000 +200 +750 +met .*scaled from 100 groups/)
    expect(lines).toMatch(/A .*R package "agrmt" is not installed here/)
  })
})

test('the invented round is the same every time, in a small senior team of at least five', () => {
  const round = inventedRound(100)
  expect(inventedRound(100)).toEqual(round)
  const seniors = (people: number) =>
    inventedRound(people).leads.filter(({ level }) => level === 'senior').length
  expect([seniors(10), seniors(100)]).toEqual([5, 15])
  const themes = new Set(round.codebook.lines.map(({ themeId }) => themeId))
  expect(themes.size).toBeGreaterThan(50)
  expect(themes.size).toBeLessThanOrEqual(60)
  expect(new Set(round.submissions.map(({ answers }) => JSON.stringify(answers))).size).toBe(100)
})

test('the bare fixture does agree by 0 on average, as random answers must', () => {
  const figures = typedResampling([40, 60], 3, 300)()
  expect(figures.length).toBe(300 * 3 * 3)
  const mean = figures.reduce((sum, value) => sum + value, 0) / figures.length
  expect(Math.abs(mean)).toBeLessThan(0.1)
})
