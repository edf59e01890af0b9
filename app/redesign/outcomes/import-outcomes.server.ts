import type { Kysely } from 'kysely'
import { inTransaction } from '#db/in-transaction.ts'
import { loadPlan } from '#db/plan-entries.ts'
import type { Database, Db } from '#db/schema.ts'
import { addToPlan, changePlan, type PlanChanger } from '../plan/change-plan.server.ts'
import type { PlanContent, PlanEntry } from '../plan/plan.ts'
import type { Dependency } from './dependencies.ts'
import type { KeyResult } from './objective.ts'
import { type OutcomeFault, type ReadOutcome, readOutcomes } from './read-outcomes.ts'

export type ImportedOutcomes =
  | { ok: true; added: number; changed: number }
  | { ok: false; faults: OutcomeFault[] }

/**
 * Takes a file of objectives and key results into the plan, whole or not at all. What stands there under the same words is
 * changed and not doubled; that a dependency has been agreed to is kept.
 */
export function importOutcomes(
  db: Kysely<Database>,
  changer: PlanChanger,
  text: string,
): Promise<ImportedOutcomes> {
  return inTransaction(db, async (transaction) => {
    // Read once: for every line of a long file a plan that grows would be read anew, while everybody waits.
    const plan = await loadPlan(transaction, changer.engagementId)
    const read = readOutcomes(text, plan)
    if (!read.ok) return read
    const taking = {
      db: transaction,
      changer,
      // Of two under the same words the first is meant.
      objectives: new Map(plan.objective.toReversed().map((entry) => [entry.content.outcome, entry])),
      results: new Map(plan['key-result'].toReversed().map((entry) => [keyOf(entry.content), entry])),
      counts: { added: 0, changed: 0 },
    }
    for (const outcome of read.outcomes) {
      const objectiveId = await takeObjective(taking, outcome)
      if (outcome.result) await takeResult(taking, { ...outcome.result, objectiveId })
    }
    return { ok: true, ...taking.counts }
  })
}

/** What a line is put into: the plan as it stands after the lines before it. */
interface Taking {
  db: Db
  changer: PlanChanger
  objectives: Map<string, PlanEntry<'objective'>>
  results: Map<string, PlanEntry<'key-result'>>
  counts: Record<'added' | 'changed', number>
}

function keyOf({ objectiveId, wording }: Pick<KeyResult, 'objectiveId' | 'wording'>): string {
  return `${objectiveId}\n${wording}`
}

async function takeObjective(taking: Taking, { objective }: ReadOutcome): Promise<string> {
  const found = taking.objectives.get(objective.outcome)
  const priorityId = objective.priorityId || (found?.content.priorityId ?? '')
  const entry = await put(taking, 'objective', found, { ...objective, priorityId })
  taking.objectives.set(objective.outcome, entry)
  return entry.id
}

async function takeResult(taking: Taking, result: KeyResult): Promise<void> {
  const found = taking.results.get(keyOf(result))
  const before = found?.content.dependencies ?? []
  const dependencies = result.dependencies.map((one) => agreedBefore(one, before))
  const entry = await put(taking, 'key-result', found, { ...found?.content, ...result, dependencies })
  taking.results.set(keyOf(result), entry)
}

/** Adds what is new, changes what says something else, and leaves the rest alone. */
async function put<Kind extends 'objective' | 'key-result'>(
  { db, changer, counts }: Taking,
  kind: Kind,
  found: PlanEntry<Kind> | undefined,
  content: PlanContent<Kind>,
): Promise<PlanEntry<Kind>> {
  if (!found) {
    counts.added += 1
    return addToPlan(db, changer, kind, content)
  }
  if (JSON.stringify(content) === JSON.stringify(found.content)) return found
  counts.changed += 1
  const changed = await changePlan(db, changer, { id: found.id, kind, revision: found.revision, content })
  return changed.kind === 'gone' ? found : changed.entry
}

function agreedBefore(one: Dependency, before: readonly Dependency[]): Dependency {
  return before.find(({ team, needs }) => team === one.team && needs === one.needs) ?? one
}
