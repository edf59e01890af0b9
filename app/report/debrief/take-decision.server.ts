import { z } from 'zod'
import type { RequestContext } from '#app/http/context.server.ts'
import { planChanger } from '#app/redesign/plan/owned-plan.server.ts'
import { putInPlan } from '#app/redesign/plan/put-in-plan.server.ts'
import { readErrors } from '#app/redesign/plan/read-errors.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import { findPlanEntry } from '#db/plan-entries.ts'

type Asking = Pick<RequestContext, 'db' | 'principal' | 'now'>

export type TakenDecision =
  | { ok: true; roundId: string; entry: string; revision: number }
  | {
      ok: false
      roundId: string
      status: 400 | 404 | 409
      entry: string
      errors: Record<string, string>
      /** What was typed, to be shown again. */
      typed: { wording: string; owner: string; due: string }
      /** The finding that it belongs to; empty where it belongs to none. */
      ruleId: string
      /** The one that stands in the plan now. */
      revision: number
    }

const GONE = 'This decision was taken out of the plan. Write it as a new one if it still holds.'

/** Takes down what a room has decided; the same one sent twice is taken down once. */
export async function takeDecision(
  context: Asking,
  id: string | undefined,
  form: FormData,
): Promise<TakenDecision> {
  const { round, engagement } = await ownedRound(context, id)
  if (round.state === 'draft' || round.state === 'open') throw new Response(null, { status: 404 })
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const entry = z.uuid().safeParse(text('entry')).data
  if (!entry) throw new Response(null, { status: 400 })
  const typed = { wording: text('wording'), owner: text('owner'), due: text('due') }
  const revision = Number(form.get('revision') ?? 0)
  const refused = (
    status: 400 | 404 | 409,
    errors: Record<string, string>,
    at = revision,
  ): TakenDecision => ({
    ok: false,
    roundId: round.id,
    status,
    entry,
    errors,
    typed,
    ruleId: text('ruleId'),
    revision: at,
  })
  const before = await findPlanEntry(context.db, {
    engagementId: engagement.id,
    id: entry,
    kind: 'decision',
  })
  const kept = before?.content ?? { note: '', state: 'open' as const, ruleId: text('ruleId') }
  const content = { ...kept, ...typed, roundId: round.id }
  const errors = readErrors('decision', content)
  if (errors) return refused(400, errors)
  const put = await putInPlan(context.db, planChanger(context, engagement.id), 'decision', {
    id: entry,
    revision,
    content,
  })
  if (put.kind === 'gone') return refused(404, { form: GONE })
  if (put.kind === 'changed-meanwhile') {
    const form = `${put.entry.changedBy} has changed this since it was opened here. Taking it down again puts your words in its place.`
    return refused(409, { form }, put.entry.revision)
  }
  if (put.entry.revision !== before?.revision)
    await noteDown(context, `took down a decision in the debrief of “${round.title}”`, engagement.id)
  return { ok: true, roundId: round.id, entry, revision: put.entry.revision }
}
