import { expect, test } from 'vitest'
import type { Level } from '#app/questionnaire/instrument.ts'
import { nextForOpen } from '#app/rounds/next-for-open.ts'
import { NO_POST, type PostState, postStateOf } from '#app/rounds/post-state.ts'
import { progressOf } from '#app/rounds/progress.ts'
import { responseRisks } from '#app/rounds/response-risk.ts'
import type { ParticipationState } from '#app/rounds/round.ts'

const ROUND = Object.freeze({
  id: 'r1',
  engagementId: 'e1',
  title: 'Spring round',
  state: 'open',
  opensOn: '2026-03-02',
  closesOn: '2026-03-13',
  privacyMode: 'confidential',
  smallestGroup: 5,
} as const)

function team(level: Level, states: ParticipationState[]) {
  return states.map((state, index) => ({
    participation: { id: `${level}${index}`, state },
    lead: { id: `${level}${index}`, name: `${level} ${index}`, level, departmentId: null },
  }))
}

const times = (count: number, state: ParticipationState) => Array<ParticipationState>(count).fill(state)
const BEGUN = progressOf(
  [...team('senior', [...times(6, 'done'), 'started']), ...team('department', times(6, 'done'))],
  [],
)
const THIN = progressOf(
  [
    ...team('senior', times(6, 'done')),
    ...team('department', [...times(2, 'done'), ...times(6, 'not-started')]),
  ],
  [],
)
const next = (progress = BEGUN, today = '2026-03-06', post: Partial<PostState> = {}) =>
  nextForOpen(ROUND, progress, today, { ...NO_POST, ...post })

test('mails that did not arrive come before everything else', () => {
  expect(
    next(BEGUN, '2026-03-06', { refused: ['Ann'], uncertain: ['Ben'], notInvited: 2 }).sentence,
  ).toContain('refused what you sent to Ann')
  expect(next(BEGUN, '2026-03-06', { uncertain: ['Ben'], notInvited: 2 }).sentence).toContain(
    'A mail to Ben may not',
  )
  expect(next(BEGUN, '2026-03-06', { notInvited: 1 }).sentence).toBe('1 lead has no invitation yet: send it.')
})

test('a planned reminder leaves nothing to do', () => {
  expect(next(BEGUN, '2026-03-06', { nextReminder: '2026-03-09' }).sentence).toBe(
    'Nothing to do now: senior 6 will be reminded on 9 March 2026.',
  )
  expect(next().sentence).toBe('Remind senior 6: 7 days left.')
})

test('towards the end a level that would not be shown asks for more time, and one that would does not', () => {
  expect(next(THIN, '2026-03-11')).toMatchObject({
    sentence:
      '2 days left, and the report could say nothing of department leads yet: remind those who are missing, and give them more time.',
    href: '/rounds/r1/days',
  })
  expect(next(THIN, '2026-03-10').label).toBe('Get the links')
  expect(next(THIN, '2026-03-13').sentence).toContain('The last day is today')
  expect(next(THIN, '2026-03-14').sentence).toContain('The last day was 13 March 2026')
  expect(next(BEGUN, '2026-03-14').sentence).toBe(
    'The last day was 13 March 2026: close the round when you are content.',
  )
})

test('when everybody has answered, the round is closed', () => {
  const all = progressOf(team('senior', times(5, 'done')), [])
  expect(next(all, '2026-03-20', { refused: ['Ann'] }).sentence).toBe(
    'Everybody has answered: close the round.',
  )
})

test('only mails to people who are still missing matter', () => {
  const recipient = (name: string, state: ParticipationState, mail: 'refused' | 'uncertain' | 'sent') => ({
    name,
    state,
    mails: [{ state: mail }],
  })
  const recipients = [
    recipient('Ann', 'done', 'refused'),
    recipient('Ben', 'started', 'uncertain'),
    recipient('Cy', 'not-started', 'refused'),
    recipient('Di', 'not-started', 'sent'),
  ]
  const post = postStateOf(
    { recipients, notInvited: 0, days: ['2026-03-05', '2026-03-06', '2026-03-09'] },
    '2026-03-06',
  )
  expect(post).toEqual({ refused: ['Cy'], uncertain: ['Ben'], notInvited: 0, nextReminder: '2026-03-09' })
})

test('a level is at risk below the smallest group, and thin where few of many answered', () => {
  const risks = (states: ParticipationState[]) =>
    responseRisks(progressOf(team('senior', states), []), ROUND).map(({ kind }) => kind)
  expect(risks([...times(4, 'done'), 'started'])).toEqual(['hidden'])
  expect(risks(times(5, 'done'))).toEqual([])
  expect(risks([...times(5, 'done'), ...times(5, 'started')])).toEqual(['thin'])
  expect(risks([...times(6, 'done'), ...times(4, 'started')])).toEqual([])
  const open = { privacyMode: 'open', smallestGroup: 5 } as const
  expect(responseRisks(progressOf(team('senior', times(3, 'done')), []), open)).toEqual([])
})
