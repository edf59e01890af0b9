import type { Plan, PlanEntry } from '../plan/plan.ts'
import { type Commitment, commitmentsOf, groupCommitments } from './commitments.ts'

/** What another team has yet to agree to, in one line. */
export interface OpenDependency {
  team: string
  needs: string
  for: string
}

/** One page for one weekly meeting: the four questions, each with what the plan knows about it. */
export interface Week {
  /** Results with a figure to look at: "62 % to 85 %, now 70 %". */
  moved: { words: string; figures: string; owner: string }[]
  blocked: { late: Commitment[]; dependencies: OpenDependency[]; vacant: string[] }
  ahead: Commitment[]
  stopping: { agreed: PlanEntry<'not-now'>['content'][]; back: PlanEntry<'not-now'>['content'][] }
}

export function weekOf(plan: Plan, today: string): Week {
  const { late, soon } = groupCommitments(commitmentsOf(plan), today)
  const stops = plan['not-now'].map(({ content }) => content)
  return {
    moved: openResults(plan).map(({ content }) => ({
      words: content.wording,
      figures: figuresOf(content),
      owner: content.owner,
    })),
    blocked: { late, dependencies: openDependencies(plan), vacant: vacantRights(plan) },
    ahead: soon,
    stopping: {
      agreed: stops.filter(({ state }) => state === 'agreed'),
      back: stops.filter(({ state }) => state === 'back'),
    },
  }
}

function openResults(plan: Plan): PlanEntry<'key-result'>[] {
  return plan['key-result'].filter(({ content }) => content.state === 'open')
}

function figuresOf({ baseline, target, current }: PlanEntry<'key-result'>['content']): string {
  const way = [baseline, target].filter(Boolean).join(' to ')
  return [way, current ? `now ${current}` : 'no figure yet'].filter(Boolean).join(', ')
}

function openDependencies(plan: Plan): OpenDependency[] {
  return openResults(plan).flatMap(({ content }) =>
    content.dependencies
      .filter(({ acknowledgedOn }) => acknowledgedOn === '')
      .map(({ team, needs }) => ({ team, needs, for: content.wording })),
  )
}

function vacantRights(plan: Plan): string[] {
  return plan.right.filter(({ content }) => content.owner === '').map(({ content }) => content.situation)
}
