import type { Decision } from './decision.ts'

type Read = { ok: true; content: Decision } | { ok: false; errors: Record<string, string> }

export const DECISION_FIELDS = ['wording', 'owner', 'due', 'note', 'state'] as const

type Typed = Record<(typeof DECISION_FIELDS)[number], string>

/** Where a decision came from stays with it, whatever is typed. */
export function readDecision(typed: Typed, before: Decision | null): Read {
  if (typed.wording.trim() === '')
    return { ok: false, errors: { wording: 'Please write down what was decided.' } }
  const state = (['done', 'dropped'] as const).find((one) => one === typed.state) ?? 'open'
  const from = { ruleId: before?.ruleId ?? '', roundId: before?.roundId ?? '' }
  return { ok: true, content: { ...typed, ...from, state } }
}
