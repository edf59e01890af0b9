import { expect, test } from 'vitest'
import { readCommitments } from '#app/questionnaire/commitments.ts'
import { commitmentsToAsk } from '#app/redesign/commitments/commitments-to-ask.ts'
import type { Decision } from '#app/redesign/commitments/decision.ts'
import type { PlanEntry } from '#app/redesign/plan/plan.ts'
import type { NotNow } from '#app/redesign/priorities/not-now.ts'

const META = { id: 'e', revision: 1, changedOn: '2026-03-02', changedBy: 'Ada' }

function decisions(...list: Partial<Decision>[]): PlanEntry<'decision'>[] {
  const usual: Decision = {
    wording: '',
    owner: '',
    due: '',
    ruleId: '',
    roundId: '',
    note: '',
    state: 'open',
  }
  return list.map((one) => ({ ...META, kind: 'decision', content: { ...usual, ...one } }))
}

function stops(...list: Partial<NotNow>[]): PlanEntry<'not-now'>[] {
  const usual: NotNow = { work: '', sponsor: '', reason: '', until: '', state: 'agreed' }
  return list.map((one) => ({ ...META, kind: 'not-now', content: { ...usual, ...one } }))
}

test('open decisions are asked about, the soonest first, then whether agreed work did stop', () => {
  const plan = {
    decision: decisions(
      { wording: 'No day yet' },
      { wording: 'Late', due: '2026-06-01' },
      { wording: 'Soon', due: '2026-04-01' },
      { wording: 'Done already', state: 'done' },
    ),
    'not-now': stops({ work: 'Rebrand' }, { work: 'Office move', state: 'stopped' }),
  }
  expect(commitmentsToAsk(plan)).toEqual({
    asked: ['Soon', 'Late', 'No day yet', 'Stopped: Rebrand'],
    left: 0,
  })
})

test('where there are too many, neither kind crowds out the other', () => {
  const many = (word: string) => Array.from({ length: 5 }, (_, at) => `${word} ${at}`)
  const plan = {
    decision: decisions(...many('Decision').map((wording) => ({ wording }))),
    'not-now': stops(...many('Work').map((work) => ({ work }))),
  }
  const { asked, left } = commitmentsToAsk(plan)
  expect(asked.map((words) => words.startsWith('Stopped'))).toEqual([false, false, false, true, true, true])
  expect(left).toBe(4)
  expect(commitmentsToAsk({ ...plan, 'not-now': stops({ work: 'Rebrand' }) }).asked).toHaveLength(6)
})

test('what is offered can be asked as it stands: one line each, short enough, none twice', () => {
  const plan = {
    decision: decisions(
      { wording: `Decide\nsoon ${'word '.repeat(45)}` },
      { wording: 'Twice' },
      { wording: 'twice' },
    ),
    'not-now': stops({ work: 'x'.repeat(200) }),
  }
  const { asked } = commitmentsToAsk(plan)
  expect(asked).toHaveLength(3)
  expect(readCommitments(asked.join('\n'))).toEqual({ ok: true, commitments: asked })
})

test('an empty plan asks nothing', () => {
  expect(commitmentsToAsk({ decision: [], 'not-now': [] })).toEqual({ asked: [], left: 0 })
})
