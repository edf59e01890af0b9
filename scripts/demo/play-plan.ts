import type { Kysely } from 'kysely'
import { settleCommitment } from '#app/redesign/commitments/settle-commitment.server.ts'
import { agreeDependency } from '#app/redesign/outcomes/agree-dependency.server.ts'
import { addToPlan, changePlan, type PlanChanger } from '#app/redesign/plan/change-plan.server.ts'
import { type Findings, loadFindings } from '#app/redesign/plan/load-findings.server.ts'
import type { PlanContent, PlanEntry, PlanKind } from '#app/redesign/plan/plan.ts'
import { addPriority } from '#app/redesign/priorities/add-priority.server.ts'
import { priorityLimit } from '#app/redesign/priorities/priority-limit.ts'
import { draftRhythm } from '#app/redesign/rhythm/draft-rhythm.ts'
import { newForum } from '#app/redesign/rhythm/new-forum.ts'
import { draftRegister } from '#app/redesign/rights/draft-register.ts'
import { signRight } from '#app/redesign/rights/sign-right.server.ts'
import { addDays } from '#app/rounds/day.ts'
import type { Engagement } from '#app/rounds/engagement.ts'
import { findPlanEntry, loadPlan } from '#db/plan-entries.ts'
import type { Database } from '#db/schema.ts'
import type { PlanStep } from './read-follow-through.ts'

export interface Playing {
  engagement: Engagement
  /** Whoever writes the plan. */
  by: string
  firstDay: string
  /** Names of the senior team, who sit in the meetings. */
  seniors: readonly string[]
  timeZone: string
}

/** Plays the steps of a plan through the same use cases that the pages call, each on its own day. */
export async function playPlan(
  db: Kysely<Database>,
  playing: Playing,
  steps: readonly PlanStep[],
): Promise<void> {
  const findings = await loadFindings(db, playing.engagement)
  if (!findings) throw new Error('there is no round whose findings a plan could rest on')
  const known = new Map<string, string>()
  for (const step of steps) {
    const changer = {
      engagementId: playing.engagement.id,
      by: playing.by,
      on: addDays(playing.firstDay, step.on),
    }
    const id = await take(db, { playing, changer, findings, known }, step)
    if (id) known.set(step.as, id)
  }
}

interface Stage {
  playing: Playing
  changer: PlanChanger
  findings: Findings
  /** Ids of what stands in the plan, by the name that steps call it. */
  known: Map<string, string>
}

async function take(db: Kysely<Database>, stage: Stage, step: PlanStep): Promise<string | null> {
  const { changer, findings, playing, known } = stage
  switch (step.do) {
    case 'add':
      return added(db, changer, step.kind, contentOf(step.kind, step.content, known))
    case 'priority': {
      const priority = step.content as PlanContent<'priority'>
      const inPlaceOf = step.inPlaceOf && idOf(known, step.inPlaceOf)
      const { limit } = priorityLimit(findings.scores)
      const result = await addPriority(db, changer, { priority, inPlaceOf, limit })
      if (!result.ok) throw new Error(`${step.as}: ${JSON.stringify(result.errors)}`)
      return result.entry.id
    }
    case 'right':
      return added(db, changer, 'right', { ...draftedRight(stage, step.itemId), ...step.content })
    case 'forum': {
      const draft = draftRhythm(findings.scores, findings.diagnosis).find(({ id }) => id === step.cadence)
      const usual = { members: playing.seniors, timeZone: playing.timeZone, holidays: [] }
      return added(db, changer, 'forum', { ...newForum(step.cadence, usual, draft), ...step.content })
    }
    default:
      await follow(db, stage, step)
      return null
  }
}

type Following = Extract<PlanStep, { do: 'change' | 'tick' | 'sign' | 'agree' }>

async function follow(db: Kysely<Database>, { changer, playing, known }: Stage, step: Following) {
  const entry = await entryOf(db, changer.engagementId, idOf(known, step.as))
  const { id, kind, revision, content } = entry
  const form = (fields: Record<string, string>) =>
    formOf({ entry: id, revision: String(revision), ...fields })
  const roles = playing.engagement.roles.map(({ name }) => name)
  const results = {
    tick: () => settleCommitment(db, changer, form({ kind })),
    agree: () =>
      agreeDependency(
        db,
        changer,
        form(step.do === 'agree' ? { index: String(step.index), by: step.by } : {}),
      ),
    sign: () => {
      const signature = { signedBy: step.do === 'sign' ? step.by : '', signedOn: changer.on }
      return signRight(db, changer, { id, revision, signature, roles })
    },
    change: async () => {
      const changed = { ...content, ...(step.do === 'change' ? step.content : {}) } as PlanContent
      const result = await changePlan(db, changer, { id, kind, revision, content: changed })
      return { ...result, ok: result.kind === 'saved' }
    },
  }
  const result = await results[step.do]()
  if (!result.ok) throw new Error(`${step.do} ${step.as}: ${JSON.stringify(result)}`)
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

async function added(db: Kysely<Database>, changer: PlanChanger, kind: PlanKind, content: unknown) {
  const { id } = await addToPlan(db, changer, kind, content as PlanContent)
  return id
}

/** What a step leaves out of a decision is empty, and `#name` is the id of what another step has made. */
function contentOf(kind: PlanKind, content: Record<string, unknown>, known: Map<string, string>): unknown {
  const named = Object.entries(content).map(([key, value]) => {
    const name = typeof value === 'string' ? /^#(.+)$/.exec(value)?.[1] : undefined
    return [key, name ? idOf(known, name) : value]
  })
  const whole = Object.fromEntries(named)
  return kind === 'decision' ? { ruleId: '', roundId: '', note: '', state: 'open', ...whole } : whole
}

function draftedRight({ findings, playing }: Stage, itemId: string): PlanContent<'right'> {
  const roles = playing.engagement.roles.map(({ name }) => name)
  const draft = draftRegister(findings.scores, roles).find((one) => one.itemId === itemId)
  if (!draft) throw new Error(`no decision right is drafted from ${itemId}`)
  return draft.right
}

async function entryOf(db: Kysely<Database>, engagementId: string, id: string): Promise<PlanEntry> {
  const plan = await loadPlan(db, engagementId)
  const found = Object.values(plan)
    .flat()
    .find((entry) => entry.id === id)
  const entry = found && (await findPlanEntry(db, { engagementId, id, kind: found.kind }))
  if (!entry) throw new Error(`${id} is not in the plan`)
  return entry
}

function idOf(known: Map<string, string>, name: string): string {
  const id = known.get(name)
  if (!id) throw new Error(`no step before has made ${name}`)
  return id
}
