import { expect, test } from 'vitest'
import type { Level } from '#app/questionnaire/instrument.ts'
import { warningsByMode } from '#app/rounds/plan-round.ts'
import { readinessWarnings } from '#app/rounds/readiness.ts'
import { FEWEST_IN_OPEN_MODE } from '#app/rounds/round.ts'
import { whatCanBeShown, whatIsShown } from '#app/rounds/what-can-be-shown.ts'
import { disclosureOf } from '#app/scoring/disclosure.ts'

function team(seniors: number, departments: number): { level: Level }[] {
  return [...Array(seniors).fill({ level: 'senior' }), ...Array(departments).fill({ level: 'department' })]
}

const confidential = (smallestGroup: number) => ({ privacyMode: 'confidential', smallestGroup }) as const

test('a level as large as the smallest group is shown once that many have answered', () => {
  const { levels, compared, warnings } = whatCanBeShown(team(8, 6), confidential(5))
  expect(levels.map(({ shown }) => shown)).toEqual(['if-enough', 'if-enough'])
  expect(levels[1]?.sentence).toBe('Department leads: 6 invited. Shown once 5 have answered (83% of them).')
  expect(compared).toBe(true)
  expect(warnings).toEqual([])
})

test('a level smaller than the smallest group is never shown, and this is said beforehand', () => {
  const { levels, compared, warnings } = whatCanBeShown(team(9, 4), confidential(5))
  expect(levels.map(({ shown }) => shown)).toEqual(['if-enough', 'never'])
  expect(levels[1]?.sentence).toBe(
    'Department leads: 4 invited, fewer than 5. Will not be shown, even if all answer.',
  )
  expect(compared).toBe(false)
  expect(warnings).toHaveLength(1)
  expect(whatCanBeShown(team(9, 4), confidential(4)).compared).toBe(true)
})

test.each([
  [3, 'never'],
  [4, 'never'],
  [5, 'if-enough'],
  [7, 'if-enough'],
  [60, 'if-enough'],
])('of %i senior leads in confidential mode the report shows them: %s', (seniors, shown) => {
  expect(whatCanBeShown(team(seniors, 9), confidential(5)).levels[0]).toMatchObject({ shown, needed: 5 })
})

test('a level that one missing answer would hide is pointed out', () => {
  const { levels, warnings } = whatCanBeShown(team(9, 5), confidential(5))
  expect(levels[1]?.sentence).toBe('Department leads: 5 invited. Shown once all 5 have answered.')
  expect(warnings).toEqual([
    'Department leads (5 invited): one who does not answer hides the whole level. Invite more people, or set a smaller group.',
  ])
  expect(whatCanBeShown(team(9, 6), confidential(5)).warnings).toEqual([])
})

test('once a round is over, it is told of each level whether it is shown', () => {
  const tally = (label: string, done: number) => ({ label, done, invited: 8 })
  expect(whatIsShown([tally('Senior team', 5), tally('Department leads', 4)], confidential(5))).toEqual([
    'Senior team: 5 of 8 answered. They are shown.',
    'Department leads: 4 of 8 answered. They are not shown: 5 are needed.',
  ])
})

test('a level that nobody belongs to is no cause for a warning, but cannot be compared', () => {
  const { levels, compared, warnings } = whatCanBeShown(team(9, 0), confidential(5))
  expect(levels[1]?.sentence).toBe('Department leads: nobody is invited.')
  expect(compared).toBe(false)
  expect(warnings).toEqual([])
})

test.each([4, 5, 6, 7])('a senior team of %i is told what the open mode means', (seniors) => {
  const { warnings } = whatCanBeShown(team(seniors, 9), confidential(4))
  expect(warnings.join(' ')).toContain('names stand beside answers')
})

test.each([3, 8])('a senior team of %i is not', (seniors) => {
  const { warnings } = whatCanBeShown(team(seniors, 9), confidential(4))
  expect(warnings.join(' ')).not.toContain('names stand beside answers')
})

test('open mode shows small teams by name, and large ones are warned of its price', () => {
  const open = { privacyMode: 'open', smallestGroup: 5 } as const
  expect(whatCanBeShown(team(4, 3), open).levels.map(({ shown }) => shown)).toEqual(['by-name', 'by-name'])
  expect(whatCanBeShown(team(4, 3), open).warnings).toEqual([])
  expect(whatCanBeShown(team(8, 3), open).warnings.join(' ')).toContain('costs candour')
})

test('two people are not compared even in open mode', () => {
  const { levels, warnings } = whatCanBeShown(team(6, 2), { privacyMode: 'open', smallestGroup: 5 })
  expect(levels.map(({ shown }) => shown)).toEqual(['by-name', 'never'])
  expect(warnings).toEqual(['Department leads (2 invited): the report compares nothing below 3 people.'])
})

test('what is promised beforehand is what the scoring does', () => {
  expect(disclosureOf({ privacyMode: 'open', smallestGroup: 5 }).needed).toBe(FEWEST_IN_OPEN_MODE)
  expect(disclosureOf({ privacyMode: 'confidential', smallestGroup: 6 }).needed).toBe(6)
})

test('all three modes are weighed side by side', () => {
  const warnings = warningsByMode(team(6, 9), 5)
  expect(warnings.open).toEqual([])
  expect(warnings.confidential).toHaveLength(1)
  expect(warnings.unlinked).toHaveLength(2)
})

test('an engagement without departments or roles is not ready for the items that offer them', () => {
  const named = (names: string[]) => names.map((name) => ({ id: name, name }))
  expect(readinessWarnings({ departments: named(['a', 'b']), roles: named(['c']) })).toEqual([])
  expect(readinessWarnings({ departments: named(['a']), roles: [] })).toHaveLength(2)
})
