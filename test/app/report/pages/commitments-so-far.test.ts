import { describe, expect, test } from 'vitest'
import { withCommitments } from '#app/questionnaire/commitments.ts'
import { EMPTY_PLAN, type Plan } from '#app/redesign/plan/plan.ts'
import type { Block } from '#app/report/document.ts'
import { commitmentsSoFarBlocks } from '#app/report/pages/commitments-so-far.ts'
import { fullInstrument, scoresWith } from '#test/helpers/scores.ts'
import { reportInput } from '../report-input-of.ts'

const decision = (wording: string, due: string, state: 'open' | 'done'): Plan['decision'][number] => ({
  id: wording,
  kind: 'decision',
  revision: 1,
  changedOn: '2026-04-01',
  changedBy: 'Ada',
  content: { wording, owner: 'Bo', due, state, ruleId: '', roundId: '', note: '' },
})

const plan: Plan = {
  ...EMPTY_PLAN,
  decision: [
    decision('Read the list out', '2026-05-01', 'done'),
    decision('Name one owner', '2026-05-20', 'open'),
    decision('Sign the forecast', '2026-09-01', 'open'),
  ],
}
const textOf = (blocks: readonly Block[]) => JSON.stringify(blocks)

/** The instrument that asks about one commitment, and scores in which the senior team alone may be shown. */
const asked = withCommitments({ ...fullInstrument, commitments: true }, ['Name “one” owner'])
const scores = scoresWith((draft) => {
  const deck = draft.items.find(({ itemId }) => itemId === 'deck')
  const senior = deck?.byLevel.senior
  if (!deck || !senior) throw new Error('the item on decks has no figures')
  const department = { kind: 'too-few', n: null, needed: 5 } as const
  draft.items.push({ ...deck, itemId: 'commitment-1', byLevel: { senior, department } })
})

describe('how far the commitments are', () => {
  test('by the plan: how many of those that were due are done, and which are late', () => {
    const text = textOf(commitmentsSoFarBlocks(reportInput(undefined, { plan })))
    expect(text).toContain('By the plan: 1 of the 2 commitments that were due is done.')
    expect(text).toContain('1 of 2 due by 12 June 2026; 3 in the plan')
    expect(text).toContain('Past the day and open: “Name one owner” (20 May 2026).')
    expect(text).not.toContain('Sign the forecast')
  })

  test('by the leads: a line a commitment in its own words, with people; a level that may not be shown says so', () => {
    const blocks = commitmentsSoFarBlocks(reportInput(scores, { instrument: asked }))
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    expect(rows).toEqual([['Name “one” owner', expect.stringMatching(/^\d.* \(n \d+\)$/), 'cannot say']])
    expect(textOf(blocks)).toContain('1: not begun')
  })

  test('nothing stands there where nothing was agreed and nothing asked', () => {
    expect(commitmentsSoFarBlocks(reportInput())).toEqual([])
    expect(commitmentsSoFarBlocks(reportInput(undefined, { plan: EMPTY_PLAN }))).toEqual([])
  })
})
