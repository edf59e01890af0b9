import type { Kysely } from 'kysely'
import { inTransaction } from '#db/in-transaction.ts'
import { loadPlan } from '#db/plan-entries.ts'
import type { Database, Db } from '#db/schema.ts'
import { addToPlan, changePlan, type PlanChanger } from '../plan/change-plan.server.ts'
import type { Dependency } from './dependencies.ts'
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
    const read = readOutcomes(text, await loadPlan(transaction, changer.engagementId))
    if (!read.ok) return read
    const counts = { added: 0, changed: 0 }
    for (const outcome of read.outcomes) {
      const objectiveId = await takeObjective(transaction, changer, outcome, counts)
      if (outcome.result) await takeResult(transaction, changer, objectiveId, outcome.result, counts)
    }
    return { ok: true, ...counts }
  })
}

type Counts = Record<'added' | 'changed', number>

async function takeObjective(db: Db, changer: PlanChanger, { objective }: ReadOutcome, counts: Counts) {
  const plan = await loadPlan(db, changer.engagementId)
  const found = plan.objective.find(({ content }) => content.outcome === objective.outcome)
  if (!found) {
    counts.added += 1
    return (await addToPlan(db, changer, 'objective', objective)).id
  }
  const content = { ...objective, priorityId: objective.priorityId || found.content.priorityId }
  if (JSON.stringify(content) !== JSON.stringify(found.content)) {
    counts.changed += 1
    await changePlan(db, changer, { id: found.id, kind: 'objective', revision: found.revision, content })
  }
  return found.id
}

async function takeResult(
  db: Db,
  changer: PlanChanger,
  objectiveId: string,
  result: NonNullable<ReadOutcome['result']>,
  counts: Counts,
): Promise<void> {
  const plan = await loadPlan(db, changer.engagementId)
  const found = plan['key-result'].find(
    ({ content }) => content.objectiveId === objectiveId && content.wording === result.wording,
  )
  if (!found) {
    counts.added += 1
    await addToPlan(db, changer, 'key-result', { ...result, objectiveId })
    return
  }
  const dependencies = result.dependencies.map((one) => agreedBefore(one, found.content.dependencies))
  const content = { ...found.content, ...result, dependencies, objectiveId }
  if (JSON.stringify(content) === JSON.stringify(found.content)) return
  counts.changed += 1
  await changePlan(db, changer, { id: found.id, kind: 'key-result', revision: found.revision, content })
}

function agreedBefore(one: Dependency, before: readonly Dependency[]): Dependency {
  return before.find(({ team, needs }) => team === one.team && needs === one.needs) ?? one
}
