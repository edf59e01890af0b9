import { expect, test } from 'vitest'
import type { Level } from '#app/questionnaire/instrument.ts'
import { nextForEngagement, nextForRound } from '#app/rounds/next-action.ts'
import { type Place, progressOf } from '#app/rounds/progress.ts'
import type { ParticipationState, RoundState } from '#app/rounds/round.ts'

const DEPARTMENTS = Object.freeze([
  { id: 'sales', name: 'Sales' },
  { id: 'product', name: 'Product' },
])

function place(
  name: string,
  level: Level,
  state: ParticipationState,
  departmentId: string | null = null,
): Place {
  return { participation: { id: `place of ${name}`, state }, lead: { id: name, name, level, departmentId } }
}

const PLACES = Object.freeze([
  place('Ann', 'senior', 'done'),
  place('Ben', 'senior', 'started', 'sales'),
  place('Cy', 'department', 'not-started', 'sales'),
  place('Dot', 'department', 'done', 'product'),
])

const round = (state: RoundState) => ({
  id: 'r1',
  engagementId: 'e1',
  title: 'Spring',
  state,
  opensOn: '2026-03-02',
  closesOn: '2026-03-13',
  privacyMode: 'open' as const,
  smallestGroup: 5,
})

test('progress counts everybody once, by level and by department', () => {
  const progress = progressOf(PLACES, DEPARTMENTS)
  expect(progress).toMatchObject({ invited: 4, done: 2, started: 1, notStarted: 1 })
  expect(progress.byLevel.map(({ label, done, invited }) => [label, done, invited])).toEqual([
    ['Senior team', 1, 2],
    ['Department leads', 1, 2],
  ])
  expect(progress.byDepartment.map(({ label, invited }) => [label, invited])).toEqual([
    ['Sales', 2],
    ['Product', 1],
    ['No department', 1],
  ])
})

test('who is missing is named; who has answered is only counted', () => {
  const progress = progressOf(PLACES, DEPARTMENTS)
  expect(progress.missing.map(({ name, departmentName, state }) => [name, departmentName, state])).toEqual([
    ['Ben', 'Sales', 'started'],
    ['Cy', 'Sales', 'not-started'],
  ])
  expect(JSON.stringify(progress)).not.toContain('Ann')
})

test('an engagement waits for leads, then for the other level, then for a round, then for its latest round', () => {
  const both = [{ level: 'senior' as const }, { level: 'department' as const }]
  expect(nextForEngagement('e1', [], null).sentence).toBe('Add the people you want to ask.')
  expect(nextForEngagement('e1', both.slice(0, 1), null).sentence).toContain('department leads as well')
  expect(nextForEngagement('e1', both.slice(1), round('draft')).sentence).toContain('the senior team as well')
  expect(nextForEngagement('e1', both, null).href).toBe('/engagements/e1/rounds/new')
  expect(nextForEngagement('e1', both, round('open')).href).toBe('/rounds/r1')
})

test('a draft waits for its day, then for being opened', () => {
  const none = progressOf([], DEPARTMENTS)
  expect(nextForRound(round('draft'), none, 0, '2026-03-01')).toMatchObject({
    sentence: expect.stringContaining('Add leads first'),
    href: '/engagements/e1/leads/import',
  })
  expect(nextForRound(round('draft'), none, 4, '2026-03-01').sentence).toContain(
    'open the round on 2 March 2026',
  )
  expect(nextForRound(round('draft'), none, 1, '2026-03-02').sentence).toContain('1 lead is waiting')
})

test('an open round waits for links to be sent, then for reminders, then for being closed', () => {
  const sentence = (places: readonly Place[], today: string) =>
    nextForRound(round('open'), progressOf(places, DEPARTMENTS), 4, today).sentence
  expect(sentence([PLACES[2] as Place], '2026-03-02')).toBe(
    'Send each lead their personal link: 1 is waiting for it.',
  )
  expect(sentence(PLACES, '2026-03-10')).toBe('Remind Ben and Cy: 3 days left.')
  expect(sentence(PLACES, '2026-03-20')).toContain('The last day was 13 March 2026')
  expect(sentence([PLACES[0] as Place], '2026-03-03')).toBe('Everybody has answered: close the round.')
})

test('a closed round waits for its themes, a published one for being shared', () => {
  const progress = progressOf(PLACES, DEPARTMENTS)
  expect(nextForRound(round('closed'), progress, 4, '2026-03-20').href).toBe('/rounds/r1/themes')
  expect(nextForRound(round('published'), progress, 4, '2026-03-20').href).toBe('/rounds/r1/shares')
  expect(nextForRound(round('closed'), progressOf([], []), 4, '2026-03-20').href).toBeNull()
})
