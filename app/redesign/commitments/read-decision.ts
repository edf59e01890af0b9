import { fieldsOf } from '#app/http/fields-of.ts'
import type { Decision } from './decision.ts'

type Read = { ok: true; content: Decision } | { ok: false; errors: Record<string, string> }

/** Where a decision came from stays with it, whatever is typed. */
export function readDecision(form: FormData, before: Decision | null): Read {
  const typed = fieldsOf(form, ['wording', 'owner', 'due', 'note', 'state'])
  if (typed.wording.trim() === '')
    return { ok: false, errors: { wording: 'Please write down what was decided.' } }
  const state = (['done', 'dropped'] as const).find((one) => one === typed.state) ?? 'open'
  const from = { ruleId: before?.ruleId ?? '', roundId: before?.roundId ?? '' }
  return { ok: true, content: { ...typed, ...from, state } }
}
