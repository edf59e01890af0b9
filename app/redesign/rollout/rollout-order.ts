import type { Plan, PlanEntry } from '../plan/plan.ts'
import { STAGE_KINDS } from './stage.ts'

/** The steps of a rollout in the order in which they begin: senior team, pilots, the others; by day within each. */
export function stagesInOrder(stages: readonly PlanEntry<'stage'>[]): PlanEntry<'stage'>[] {
  const place = ({ content }: PlanEntry<'stage'>) => STAGE_KINDS.indexOf(content.stage)
  const day = ({ content }: PlanEntry<'stage'>) => content.from || '9999'
  return stages.toSorted((one, other) => place(one) - place(other) || day(one).localeCompare(day(other)))
}

/** What speaks against the order or the speed of a rollout, in words; empty where nothing does. */
export function rolloutConflicts({ stage }: Pick<Plan, 'stage'>): string[] {
  const of = (kind: (typeof STAGE_KINDS)[number]) => stage.filter(({ content }) => content.stage === kind)
  const [seniors, pilots, wide] = [of('senior'), of('pilot'), of('wide')]
  const begins = ({ content }: PlanEntry<'stage'>) => content.state !== 'planned'
  const words: string[] = []
  if (stage.length > 0 && seniors.length === 0)
    words.push('The senior team is not in it. What leaders do not do themselves, nobody else keeps up.')
  if (pilots.length > 2)
    words.push(
      `${pilots.length} pilots at once cannot be looked after. One or two show whether the behaviour holds.`,
    )
  if (wide.some(begins) && !pilots.some(({ content }) => content.state === 'holds'))
    words.push('It is being widened before a pilot holds.')
  if (pilots.some(begins) && !seniors.some(begins))
    words.push('A pilot has begun before the senior team has.')
  const early = earlyStarts(seniors, [...pilots, ...wide]) || earlyStarts(pilots, wide)
  if (early) words.push(`“${early}” is to begin before the step ahead of it.`)
  return words
}

function earlyStarts(first: readonly PlanEntry<'stage'>[], later: readonly PlanEntry<'stage'>[]): string {
  const starts = first.map(({ content }) => content.from).filter(Boolean)
  const start = starts.toSorted()[0]
  if (!start) return ''
  return later.find(({ content }) => content.from !== '' && content.from < start)?.content.unit ?? ''
}
