import { describe, expect, test } from 'vitest'
import { diagnose } from '#app/diagnosis/diagnose.ts'
import {
  type Condition,
  comparisonsOf,
  currentRulebook,
  type Rule,
  rulebookSchema,
} from '#app/diagnosis/rulebook.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { placeFigure, type Side } from '#test/helpers/place-figure.ts'
import { fullInstrument, scoresWith } from '#test/helpers/scores.ts'

/** Numbers of the comparisons (in the order of the condition) that must hold short for the condition to fail. */
function waysToFail(condition: Condition, from = 0): number[][] {
  if ('all' in condition) return partsOf(condition.all, from).flatMap(({ part, at }) => waysToFail(part, at))
  if (!('any' in condition)) return [[from]]
  const failures = partsOf(condition.any, from).map(({ part, at }) => waysToFail(part, at)[0] ?? [])
  return [failures.slice(0, condition.any.length - (condition.atLeast ?? 1) + 1).flat()]
}

function partsOf(parts: readonly Condition[], from: number): { part: Condition; at: number }[] {
  let at = from
  return parts.map((part) => {
    const placed = { part, at }
    at += comparisonsOf(part).length
    return placed
  })
}

function resultOf(rule: Rule, sides: (index: number) => Side) {
  const placed = comparisonsOf(rule.when).map((comparison, index) => ({ comparison, side: sides(index) }))
  // What must fall short is placed last: two figures may rest on the same answers.
  const inOrder = [
    ...placed.filter(({ side }) => side === 'past'),
    ...placed.filter(({ side }) => side !== 'past'),
  ]
  const scores = scoresWith((draft) => {
    for (const { comparison, side } of inOrder) {
      const ref = rule.figures[comparison.figure]
      if (ref) placeFigure(draft, ref, comparison, side)
    }
  })
  const { findings, notFired } = diagnose(Object.freeze(scores), fullInstrument)
  return {
    finding: findings.find(({ ruleId }) => ruleId === rule.id),
    reason: notFired.find(({ ruleId }) => ruleId === rule.id)?.reason,
  }
}

describe('each rule of the rulebook', () => {
  test.each(currentRulebook.rules.map((rule) => [rule.id, rule] as const))(
    '%s fires just past its lines',
    (_, rule) => {
      const { finding } = resultOf(rule, () => 'past')
      expect(finding?.statement).toMatch(/^[^{}]+\.$/)
      expect(finding?.headline).toMatch(/^[^{}]+$/)
      expect(finding?.evidence.length).toBeGreaterThan(0)
    },
  )

  test.each(currentRulebook.rules.map((rule) => [rule.id, rule] as const))(
    '%s does not fire just short of them',
    (_, rule) => {
      for (const failing of waysToFail(rule.when)) {
        const { finding, reason } = resultOf(rule, (index) => (failing.includes(index) ? 'short' : 'past'))
        expect(finding).toBeUndefined()
        expect(reason).toMatch(/; not (below|fewer than|at most|at least|more than|above) /)
      }
    },
  )

  const ranged = currentRulebook.rules.filter((rule) =>
    comparisonsOf(rule.when).some(({ clearOf }) => clearOf !== undefined),
  )
  test.each(ranged.map((rule) => [rule.id, rule] as const))(
    '%s does not fire where the range is too wide',
    (_, rule) => {
      const comparisons = comparisonsOf(rule.when)
      const { finding, reason } = resultOf(rule, (index) => {
        if (comparisons[index]?.clearOf !== undefined) return 'wide'
        return waysToFail(rule.when).some((way) => way.length > 1 && way.includes(index)) ? 'short' : 'past'
      })
      expect(finding).toBeUndefined()
      expect(reason).toContain('too wide to say')
    },
  )
})

test('a round whose every figure lies in the middle fires no rule', () => {
  const { findings, verdict } = diagnose(scoresWith(), fullInstrument)
  expect(findings).toEqual([])
  expect(verdict.kind).toBe('no-clear-pattern')
})

test('every item that a rule names is asked in the full questionnaire, and has a subject', () => {
  const asked = itemsOf(fullInstrument).map(({ id }) => id)
  const named = currentRulebook.rules.flatMap((rule) =>
    Object.values(rule.figures).flatMap((ref) => ('item' in ref ? [ref.item] : [])),
  )
  for (const id of named) {
    expect(asked).toContain(id)
    expect(currentRulebook.subjects).toHaveProperty(id)
  }
})

test('every option that a rule counts is one of its item', () => {
  for (const rule of currentRulebook.rules) {
    for (const ref of Object.values(rule.figures)) {
      if (ref.of !== 'people-choosing') continue
      const item = itemsOf(fullInstrument).find(({ id }) => id === ref.item)
      const ids =
        item?.kind === 'choice' || item?.kind === 'multi' ? item.options.map(({ id }) => id) : ['offline']
      expect(ids).toEqual(expect.arrayContaining(ref.options))
    }
  }
})

test('a rule whose statement needs a figure that may be missing is refused', () => {
  const [first, ...rest] = currentRulebook.rules
  const broken = { ...currentRulebook, rules: [{ ...first, statement: ['Only {distinct.count}.'] }, ...rest] }
  expect(rulebookSchema.safeParse(broken).error?.issues[0]?.message).toContain(
    'can be said whenever the rule fires',
  )
})

test('a problem has at least one move, and every move says what, who, to what effect and when', () => {
  for (const { kind, moves } of currentRulebook.rules) {
    expect(moves.length > 0).toBe(kind === 'problem')
    for (const move of moves) expect(move.days).toBeLessThanOrEqual(30)
  }
})
