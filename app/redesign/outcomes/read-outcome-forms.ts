import type { Plan } from '../plan/plan.ts'
import { checkKeyResult } from './check-key-result.ts'
import { MOST_DEPENDENCIES, readDependencies } from './dependencies.ts'
import type { KeyResult, Objective } from './objective.ts'
import { usualWork } from './usual-work.ts'

const STATES = ['open', 'reached', 'missed', 'dropped'] as const

type Read<Content> = { ok: true; content: Content } | { ok: false; errors: Record<string, string> }

export const OBJECTIVE_FIELDS = ['outcome', 'owner', 'priorityId'] as const
export const KEY_RESULT_FIELDS = [
  ...(['objectiveId', 'wording', 'argument', 'baseline', 'target', 'current'] as const),
  ...(['due', 'owner', 'state', 'dependencies'] as const),
] as const

type Typed<Name extends string> = Record<Name, string>

export function readObjective(
  { outcome, owner, priorityId }: Typed<(typeof OBJECTIVE_FIELDS)[number]>,
  plan: Plan,
): Read<Objective> {
  const refusal = usualWork(outcome)
  if (refusal) return { ok: false, errors: { outcome: refusal } }
  const known = plan.priority.some(({ id }) => id === priorityId)
  return { ok: true, content: { outcome: outcome.trim(), owner, priorityId: known ? priorityId : '' } }
}

/**
 * A key result that reads as work is sent back once, with the reason and what to ask; the team may keep its words if it
 * says why. Day-to-day work is not taken at all.
 */
export function readKeyResultForm(
  typed: Typed<(typeof KEY_RESULT_FIELDS)[number]>,
  plan: Plan,
  before: KeyResult | null,
): Read<KeyResult> {
  const errors = wordingErrors(typed.wording, typed.argument)
  if (!plan.objective.some(({ id }) => id === typed.objectiveId))
    errors.objectiveId = 'Please choose the objective that it belongs to.'
  const dependencies = readDependencies(typed.dependencies, before?.dependencies ?? [])
  if (dependencies.length > MOST_DEPENDENCIES)
    errors.dependencies = `Please keep to the ${MOST_DEPENDENCIES} that could stop it.`
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const state = STATES.find((one) => one === typed.state) ?? 'open'
  return { ok: true, content: { ...typed, wording: typed.wording.trim(), state, dependencies } }
}

function wordingErrors(wording: string, argument: string): Record<string, string> {
  if (wording.trim() === '') return { wording: 'Please write down the result.' }
  const { kind, why, prompt, refusal } = checkKeyResult(wording)
  if (refusal) return { wording: refusal }
  if (kind === 'outcome' || argument.trim() !== '') return {}
  return { wording: `${why} ${prompt}`, argument: 'Or say here why it should stand as it is.' }
}
