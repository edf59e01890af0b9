import { expect, test } from 'vitest'
import type { Level } from '#app/questionnaire/instrument.ts'
import { crossingPeople, proposeGroups } from '#app/rounds/propose-groups.ts'

const DEPARTMENTS = ['Sales', 'Product', 'Operations', 'Finance'].map((name) => ({ id: name, name }))

function people(departmentId: string | null, senior: number, department: number, jobTitle = '') {
  const lead = (level: Level) => ({ level, departmentId, jobTitle })
  return [...Array(senior).fill(lead('senior')), ...Array(department).fill(lead('department'))]
}

const groupsOf = (leads: ReturnType<typeof people>, smallest = 5) =>
  proposeGroups(leads, DEPARTMENTS, smallest).groups.map(({ names, invited }) => [names.join('+'), invited])

test('departments that hold the smallest group stand alone', () => {
  const leads = [...people('Sales', 0, 5), ...people('Product', 0, 9)]
  expect(groupsOf(leads)).toEqual([
    ['Sales', 5],
    ['Product', 9],
  ])
  expect(proposeGroups(leads, DEPARTMENTS, 5).sentences).toEqual([])
})

test('the smallest is merged with the next smallest until every group is large enough', () => {
  const leads = [
    ...people('Sales', 0, 9),
    ...people('Product', 0, 2),
    ...people('Operations', 0, 3),
    ...people('Finance', 0, 6),
  ]
  expect(groupsOf(leads)).toContainEqual(['Product+Operations', 5])
  expect(groupsOf(leads)).toHaveLength(3)
  expect(proposeGroups(leads, DEPARTMENTS, 5).sentences.join(' ')).toContain(
    'Product and Operations are too small by themselves',
  )
})

test.each([3, 4, 7])('a team of %i is not divided by department at all', (size) => {
  const leads = [...people('Sales', 0, 1), ...people('Product', 0, size - 1)]
  const { groups, sentences } = proposeGroups(leads, DEPARTMENTS, 5)
  expect(groups).toEqual([])
  expect(sentences[0]).toContain('speak of the levels only')
})

test('sixty people in four departments make four groups', () => {
  expect(groupsOf(DEPARTMENTS.flatMap(({ name }) => people(name, 5, 10)))).toHaveLength(4)
})

test('everybody is in exactly one group, and no group is smaller than the smallest, whatever the sizes', () => {
  for (let seed = 0; seed < 300; seed++) {
    const sizes = DEPARTMENTS.map((_, index) => (seed * (7 + 5 * index) + 3 * index) % 9)
    const leads = [
      ...DEPARTMENTS.flatMap(({ name }, index) => people(name, 0, sizes[index] ?? 0)),
      ...people(null, 0, seed % 4),
    ]
    const { groups } = proposeGroups(leads, DEPARTMENTS, 5)
    if (groups.length === 0) continue
    expect(groups.every(({ invited }) => invited >= 5)).toBe(true)
    expect(groups.reduce((sum, { invited }) => sum + invited, 0)).toBe(leads.length)
    expect(new Set(groups.flatMap(({ names }) => names)).size).toBe(
      groups.flatMap(({ names }) => names).length,
    )
  }
})

// The pairs of counts are the people of each level in a department; the cases are those of two breakdowns at once.
test.each([
  [
    [
      [1, 6],
      [5, 0],
    ],
    1,
  ],
  [
    [
      [3, 3],
      [3, 3],
    ],
    6,
  ],
  [
    [
      [6, 8],
      [6, 5],
    ],
    11,
  ],
  [
    [
      [2, 5],
      [5, 8],
    ],
    7,
  ],
])('two divisions of %j point at no fewer than %i people', (cells, expected) => {
  const groups = cells.map(([senior = 0, department = 0]) => ({ byLevel: { senior, department } }))
  expect(crossingPeople(groups)).toBe(expected)
})

test('where level and department together would point at a few, only one of the two may be told', () => {
  const leads = [...people('Sales', 1, 6), ...people('Product', 5, 0)]
  expect(proposeGroups(leads, DEPARTMENTS, 5).sentences.join(' ')).toContain('would point at 1 person')
  const harmless = [...people('Sales', 6, 8), ...people('Product', 6, 5)]
  expect(proposeGroups(harmless, DEPARTMENTS, 5).sentences).toEqual([])
})

test('a role that one person holds counts within the level', () => {
  const leads = [
    ...people('Sales', 1, 0, 'CEO'),
    ...people('Sales', 2, 0, ' Head '),
    ...people('Sales', 1, 0, 'coo'),
  ]
  expect(proposeGroups(leads, DEPARTMENTS, 5).sentences).toEqual([
    '2 job titles are held by one person each and count within the level: a role of one is never shown by itself.',
  ])
})
