import { expect, test } from 'vitest'
import { commitmentsOf, groupCommitments, keptShare } from '#app/redesign/commitments/commitments.ts'
import { dueReminders, weekdayOf } from '#app/redesign/commitments/due-reminders.ts'
import { keptWords } from '#app/redesign/commitments/kept-words.ts'
import { reminderText } from '#app/redesign/commitments/reminder-text.ts'
import { weekOf } from '#app/redesign/commitments/week.ts'
import { type PlanContent, type PlanEntry, type PlanKind, planOf } from '#app/redesign/plan/plan.ts'

const TODAY = '2026-03-09'

function entry<Kind extends PlanKind>(kind: Kind, id: string, content: PlanContent<Kind>): PlanEntry {
  return { id, kind, content, revision: 1, changedOn: TODAY, changedBy: 'Anna Berg' }
}

function decision(id: string, change: Partial<PlanContent<'decision'>>): PlanEntry {
  const usual = {
    owner: 'Dana Morgan',
    due: '2026-03-20',
    ruleId: '',
    roundId: '',
    note: '',
    state: 'open',
  } as const
  return entry('decision', id, { ...usual, wording: `Decision ${id}`, ...change })
}

const PLAN = planOf([
  decision('late', { due: '2026-03-08' }),
  decision('today', { due: TODAY }),
  decision('edge', { due: '2026-03-23' }),
  decision('later', { due: '2026-03-24', owner: 'Chief executive' }),
  decision('nobody', { owner: '' }),
  decision('someday', { due: '' }),
  decision('done', { state: 'done', due: '2026-02-01' }),
  entry('not-now', 'stop', {
    work: 'Rebrand',
    sponsor: 'dana morgan',
    reason: '',
    until: '2026-03-10',
    state: 'agreed',
    draftedFrom: '',
  } as PlanContent<'not-now'>),
])

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id)

test('what is late comes first, a fortnight counts as soon, and what nobody was given stands apart', () => {
  const groups = groupCommitments(commitmentsOf(PLAN), TODAY)
  expect(idsOf(groups.late)).toEqual(['late'])
  expect(idsOf(groups.soon)).toEqual(['today', 'stop', 'edge'])
  expect(idsOf(groups.later)).toEqual(['later'])
  expect(idsOf(groups.unsettled)).toEqual(['nobody', 'someday'])
  expect(idsOf(groups.over)).toEqual(['done'])
})

test('only what was due counts as kept or not', () => {
  expect(keptShare(commitmentsOf(PLAN), TODAY)).toEqual({ kept: 1, due: 2 })
  expect(keptShare(commitmentsOf(planOf([])), TODAY)).toBeNull()
})

test.each([
  [null, 'Nothing was due yet.'],
  [{ kept: 0, due: 3 }, 'None of the 3 commitments that were due are done.'],
  [{ kept: 1, due: 3 }, '1 of the 3 commitments that were due is done.'],
  [{ kept: 3, due: 3 }, 'All 3 commitments that were due are done.'],
])('%o is said in words', (share, words) => expect(keptWords(share)).toBe(words))

test('an owner is reminded of their own lines only, whatever the case of the name', () => {
  const leads = [
    { id: 'l-1', name: 'Dana Morgan' },
    { id: 'l-2', name: 'Bo Lind' },
  ]
  const [due, ...more] = dueReminders(PLAN, leads, TODAY)
  expect(more).toEqual([])
  expect(due?.lead.id).toBe('l-1')
  expect([...idsOf(due?.late ?? []), ...idsOf(due?.soon ?? [])]).toEqual(['late', 'today', 'stop', 'edge'])
})

test('a name that two people bear reminds neither', () => {
  const twins = ['l-1', 'l-2'].map((id) => ({ id, name: 'Dana Morgan' }))
  expect(dueReminders(PLAN, twins, TODAY)).toEqual([])
})

test('the mail names what is late and what is due, each with its day', () => {
  const { late, soon } = groupCommitments(commitmentsOf(PLAN), TODAY)
  const named = { firstName: 'Dana', client: 'Łódź Works', consultant: 'Anna Berg' }
  const { subject, body } = reminderText(named, { late, soon: soon.slice(0, 1) })
  expect(subject).toBe('Łódź Works: 2 commitments of yours')
  expect(body).toContain('Past its day:\n- Decision late (8 March 2026)')
  expect(body).toContain('Due within two weeks:\n- Decision today (9 March 2026)')
})

test('Monday is the first day of the week and Sunday the seventh', () => {
  expect(weekdayOf('2026-03-09')).toBe(1)
  expect(weekdayOf('2026-03-15')).toBe(7)
})

test('the sheet of the week asks what is blocked by what is late, and what has stopped', () => {
  const week = weekOf(PLAN, TODAY)
  expect(idsOf(week.blocked.late)).toEqual(['late'])
  expect(week.stopping.agreed.map(({ work }) => work)).toEqual(['Rebrand'])
})
