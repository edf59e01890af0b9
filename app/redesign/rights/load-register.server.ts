import type { RequestContext } from '#app/http/context.server.ts'
import { listPlanChanges } from '#db/plan-entries.ts'
import { findingsFor, readsFindings } from '../plan/load-findings.server.ts'
import type { OwnedPlan } from '../plan/owned-plan.server.ts'
import { type DraftRight, draftRegister } from './draft-register.ts'
import type { ListedRight } from './right-list.tsx'
import { saidWords } from './right-words.ts'
import { fallenSignatures } from './signature.ts'

export interface Register {
  rights: ListedRight[]
  /** What is not in it yet; nothing for viewers. */
  drafts: DraftRight[]
  /** Title of the round that the drafts know; null where nobody was asked yet. */
  roundTitle: string | null
}

/** The register as it stands, beside what the senior team said of each matter, and the lines still to take over. */
export async function loadRegister(
  context: Pick<RequestContext, 'db' | 'principal'>,
  { engagement, plan }: OwnedPlan,
): Promise<Register> {
  const findings = await findingsFor(context, engagement)
  const drafts = draftRegister(
    findings?.scores ?? null,
    engagement.roles.map(({ name }) => name),
  )
  const fallen = fallenSignatures(await listPlanChanges(context.db, engagement.id))
  const taken = new Set(plan.right.map(({ content }) => content.itemId))
  return {
    rights: plan.right.map((entry) => ({
      entry,
      said: saidOf(drafts.find(({ itemId }) => itemId === entry.content.itemId)),
      fallen: fallen[entry.id] ?? null,
    })),
    drafts: readsFindings(context) ? drafts.filter(({ itemId }) => !taken.has(itemId)) : [],
    roundTitle: findings?.round.title ?? null,
  }
}

function saidOf(draft: DraftRight | undefined): string | null {
  return draft?.state ? saidWords(draft) : null
}
