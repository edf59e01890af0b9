import type { Plan, PlanEntry } from '../plan/plan.ts'
import { dependencyLines } from './dependencies.ts'
import { DEPENDENCY_SIGN, type OutcomeRow } from './outcome-columns.ts'

/** Objectives and key results as lines of a file. An objective without a key result has a line of its own. */
export function outcomeRows(plan: Plan): OutcomeRow[] {
  return plan.objective.flatMap((objective) => {
    const results = plan['key-result'].filter(({ content }) => content.objectiveId === objective.id)
    const lines = results.length === 0 ? [null] : results
    return lines.map((result) => rowOf(plan, objective, result))
  })
}

function rowOf(
  plan: Plan,
  { content: { outcome, owner, priorityId } }: PlanEntry<'objective'>,
  result: PlanEntry<'key-result'> | null,
): OutcomeRow {
  const priority = plan.priority.find(({ id }) => id === priorityId)?.content.outcome ?? ''
  const shared = { objective: outcome, objective_owner: owner, priority }
  if (!result) return { ...shared, ...NO_RESULT }
  const { wording, baseline, target, current, due, state, argument, dependencies } = result.content
  return {
    ...shared,
    key_result: wording,
    ...{ baseline, target, current, due, state, argument },
    owner: result.content.owner,
    dependencies: dependencyLines(dependencies).split('\n').join(DEPENDENCY_SIGN),
  }
}

const NO_RESULT = {
  key_result: '',
  baseline: '',
  target: '',
  current: '',
  due: '',
  owner: '',
  state: '',
  dependencies: '',
  argument: '',
} as const
