import type { PlanContent } from '../plan/plan.ts'
import { RESISTANCES, STAGE_KINDS } from './stage.ts'

type Read<Kind extends 'stage' | 'countermeasure'> =
  | { ok: true; content: PlanContent<Kind> }
  | { ok: false; errors: Record<string, string> }

export const STAGE_STATES = ['planned', 'running', 'holds', 'paused'] as const

export const STAGE_FIELDS = ['stage', 'unit', 'owner', 'why', 'from', 'until', 'criteria', 'state'] as const
export const COUNTERMEASURE_FIELDS = ['against', 'action', 'owner', 'due', 'state'] as const

type Typed<Name extends string> = Record<Name, string>

export function readStage(typed: Typed<(typeof STAGE_FIELDS)[number]>): Read<'stage'> {
  const stage = STAGE_KINDS.find((one) => one === typed.stage)
  if (!stage) return { ok: false, errors: { stage: 'Please choose which step this is.' } }
  if (typed.from && typed.until && typed.until < typed.from)
    return { ok: false, errors: { until: 'It ends before it begins.' } }
  const state = STAGE_STATES.find((one) => one === typed.state) ?? 'planned'
  if (state === 'holds' && typed.criteria.trim() === '')
    return { ok: false, errors: { criteria: 'Please say by which figures it holds.' } }
  return { ok: true, content: { ...typed, stage, state } }
}

export function readCountermeasure(
  typed: Typed<(typeof COUNTERMEASURE_FIELDS)[number]>,
): Read<'countermeasure'> {
  const against = RESISTANCES.find((one) => one === typed.against)
  if (!against) return { ok: false, errors: { against: 'Please choose what it is meant against.' } }
  const state = (['done', 'dropped'] as const).find((one) => one === typed.state) ?? 'open'
  return { ok: true, content: { ...typed, against, state } }
}
