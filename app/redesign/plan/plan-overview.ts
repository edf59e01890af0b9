import { commitmentsOf, groupCommitments } from '../commitments/commitments.ts'
import type { Plan, PlanChange } from './plan.ts'

/** One chapter of the plan as the overview tells it. */
export interface PlanChapter {
  path: string
  title: string
  /** What there is, in a few words. */
  holds: string
  /** What is still missing; empty where nothing is. */
  missing: string
}

/** What is settled and what is not, in the order in which a team goes through it. */
export function planChapters(plan: Plan, today: string): PlanChapter[] {
  const { late, unsettled } = groupCommitments(commitmentsOf(plan), today)
  return [
    {
      path: '/priorities',
      title: 'Priorities',
      holds: count(plan.priority.length, 'priority', 'priorities'),
      missing: lacking(plan.priority, [
        [({ content }) => content.owner === '', 'without an owner'],
        [({ content }) => content.tradeOff === '', 'with nothing given up for it'],
      ]),
    },
    {
      path: '/not-now',
      title: 'Not now',
      holds: count(plan['not-now'].length, 'piece of work', 'pieces of work'),
      missing: lacking(plan['not-now'], [[({ content }) => content.sponsor === '', 'without a sponsor']]),
    },
    {
      path: '/rights',
      title: 'Decision rights',
      holds: count(plan.right.length, 'situation'),
      missing: lacking(plan.right, [
        [({ content }) => content.owner === '', 'without a decision owner'],
        [({ content }) => content.signedOn === '', 'not signed off'],
      ]),
    },
    {
      path: '/rhythm',
      title: 'Rhythm',
      holds: count(plan.forum.length, 'meeting'),
      missing: lacking(plan.forum, [
        [({ content }) => content.owner === '', 'without a fixed owner'],
        [({ content }) => content.decides === '', 'that may decide nothing'],
      ]),
    },
    {
      path: '/outcomes',
      title: 'Outcomes',
      holds: `${count(plan.objective.length, 'objective')}, ${count(plan['key-result'].length, 'key result')}`,
      missing: lacking(plan['key-result'], [
        [({ content }) => content.owner === '', 'without an owner'],
        [({ content }) => content.target === '', 'without a target'],
      ]),
    },
    {
      path: '/rollout',
      title: 'Rollout',
      holds: count(plan.stage.length, 'step'),
      missing: lacking(plan.stage, [
        [({ content }) => content.criteria === '', 'without a measure of whether it holds'],
      ]),
    },
    {
      path: '/commitments',
      title: 'Commitments',
      holds: count(commitmentsOf(plan).length, 'commitment'),
      missing: [
        late.length > 0 && `${late.length} late`,
        unsettled.length > 0 && `${unsettled.length} without an owner or a day`,
      ]
        .filter(Boolean)
        .join(', '),
    },
  ]
}

function count(number: number, one: string, many = `${one}s`): string {
  return number === 0 ? `no ${one} yet` : `${number} ${number === 1 ? one : many}`
}

function lacking<Entry>(
  entries: readonly Entry[],
  tests: readonly (readonly [(entry: Entry) => boolean, string])[],
): string {
  return tests
    .map(([test, words]) => ({ number: entries.filter(test).length, words }))
    .filter(({ number }) => number > 0)
    .map(({ number, words }) => `${number} ${words}`)
    .join(', ')
}

const KIND_NAMES: Record<PlanChange['kind'], string> = {
  decision: 'Decision',
  priority: 'Priority',
  'not-now': 'Not now',
  right: 'Decision right',
  forum: 'Meeting',
  objective: 'Objective',
  'key-result': 'Key result',
  stage: 'Step of the rollout',
  countermeasure: 'Countermeasure',
}
const ACT_WORDS = { added: 'added', changed: 'changed', removed: 'taken out' } as const

/** @example changeWords(change) // => 'Priority added: Orders go through at once' */
export function changeWords({ kind, act, before, after }: PlanChange): string {
  return `${KIND_NAMES[kind]} ${ACT_WORDS[act]}: ${nameOf(after ?? before)}`
}

/** The line by which people know an entry: the first text of its contents that names it. */
function nameOf(content: PlanChange['after']): string {
  const texts = { ...content } as Record<string, unknown>
  const name = ['wording', 'outcome', 'work', 'situation', 'name', 'unit', 'action'].find((key) => texts[key])
  return name ? String(texts[name]) : ''
}
