import { fieldsOf } from '#app/http/fields-of.ts'
import type { PlanContent } from '../plan/plan.ts'
import { RESISTANCES, STAGE_KINDS } from './stage.ts'

type Read<Kind extends 'stage' | 'countermeasure'> =
  | { ok: true; content: PlanContent<Kind> }
  | { ok: false; errors: Record<string, string> }

export const STAGE_STATES = ['planned', 'running', 'holds', 'paused'] as const

export function readStage(form: FormData): Read<'stage'> {
  const typed = fieldsOf(form, [
    ...(['stage', 'unit', 'owner', 'why', 'from', 'until', 'criteria', 'state'] as const),
  ])
  const stage = STAGE_KINDS.find((one) => one === typed.stage)
  if (!stage) return { ok: false, errors: { stage: 'Please choose which step this is.' } }
  if (typed.from && typed.until && typed.until < typed.from)
    return { ok: false, errors: { until: 'It ends before it begins.' } }
  const state = STAGE_STATES.find((one) => one === typed.state) ?? 'planned'
  if (state === 'holds' && typed.criteria.trim() === '')
    return { ok: false, errors: { criteria: 'Please say by which figures it holds.' } }
  return { ok: true, content: { ...typed, stage, state } }
}

export function readCountermeasure(form: FormData): Read<'countermeasure'> {
  const typed = fieldsOf(form, ['against', 'action', 'owner', 'due', 'state'])
  const against = RESISTANCES.find((one) => one === typed.against)
  if (!against) return { ok: false, errors: { against: 'Please choose what it is meant against.' } }
  const state = (['done', 'dropped'] as const).find((one) => one === typed.state) ?? 'open'
  return { ok: true, content: { ...typed, against, state } }
}
