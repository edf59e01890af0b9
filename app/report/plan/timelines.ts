import { type TimelineRow, timeline } from '#app/charts/timeline.ts'
import type { Commitment } from '#app/redesign/commitments/commitments.ts'
import type { PlanEntry } from '#app/redesign/plan/plan.ts'
import { dayRange } from '#app/redesign/rollout/day-range.ts'
import { stagesInOrder } from '#app/redesign/rollout/rollout-order.ts'
import { STAGE_NAMES, STAGE_STATE_NAMES } from '#app/redesign/rollout/stage-words.ts'
import { writtenDay } from '#app/rounds/day.ts'
import { figure } from '../blocks.ts'
import type { Block } from '../document.ts'
import { monthTicks, placeIn, type Span, spanOf } from './span.ts'

const HOW_TO_READ = 'Filled: done. The dashed line is the day of issue.'

/** What has a day, along a line of time; nothing where nothing has one. */
export function commitmentTimeline(commitments: readonly Commitment[], today: string): Block[] {
  const dated = commitments.filter(({ due, state }) => due !== '' && state !== 'dropped')
  if (dated.length === 0) return []
  const span = spanOf(
    dated.map(({ due }) => due),
    today,
  )
  const rows = dated.map(
    ({ words, owner, due, state }): TimelineRow => ({
      label: words,
      note: `${owner || 'no owner yet'}, ${writtenDay(due)}`,
      from: null,
      to: placeIn(span, due),
      done: state === 'done',
    }),
  )
  return [drawn(rows, span, today, 'What else is open, and when it is due')]
}

/** The steps of the rollout as bars; those without days are told in words alone. */
export function rolloutTimeline(stages: readonly PlanEntry<'stage'>[], today: string): Block[] {
  const dated = stagesInOrder(stages).filter(({ content }) => content.from !== '' && content.until !== '')
  if (dated.length === 0) return []
  const days = dated.flatMap(({ content }) => [content.from, content.until])
  const span = spanOf(days, today)
  const rows = dated.map(
    ({ content: { stage, unit, from, until, state } }): TimelineRow => ({
      label: `${STAGE_NAMES[stage]}: ${unit}`,
      note: `${STAGE_STATE_NAMES[state]}, ${dayRange(from, until)}`,
      from: placeIn(span, from),
      to: placeIn(span, until),
      done: state === 'holds',
    }),
  )
  return [drawn(rows, span, today, 'Who begins, and who follows')]
}

function drawn(rows: readonly TimelineRow[], span: Span, today: string, title: string): Block {
  const axis = { ticks: monthTicks(span), now: placeIn(span, today), title }
  return figure((width) => timeline(rows, { ...axis, width }), HOW_TO_READ)
}
