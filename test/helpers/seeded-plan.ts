import { addToPlan, type PlanChanger } from '#app/redesign/plan/change-plan.server.ts'
import { PLAN_KINDS, type PlanContent, type PlanKind } from '#app/redesign/plan/plan.ts'
import type { Db } from '#db/schema.ts'
import { WEEKLY } from './forums.ts'

const OWNER = 'Chief executive'

/** Something small of every kind. */
function contents(by: string, objectiveId: string): { [Kind in PlanKind]: PlanContent<Kind> } {
  return {
    priority: { outcome: `Outcome of ${by}`, owner: OWNER, tradeOff: 'The office move', argument: '' },
    'not-now': { work: 'The office move', sponsor: OWNER, reason: 'It can', until: '', state: 'agreed' },
    right: {
      situation: 'Priorities collide',
      owner: OWNER,
      response: 'Decides',
      cycle: 'Weekly',
      escalation: [{ to: OWNER, withinDays: 7 }],
      itemId: '',
      signedBy: '',
      signedOn: '',
    },
    forum: WEEKLY,
    objective: { outcome: 'Orders go through at once', owner: OWNER, priorityId: '' },
    'key-result': {
      objectiveId,
      wording: 'Orders without a query from 62 % to 85 % by June',
      baseline: '62 %',
      target: '85 %',
      current: '',
      due: '2026-06-30',
      owner: OWNER,
      argument: '',
      dependencies: [{ team: 'Finance', needs: 'a price list', acknowledgedBy: '', acknowledgedOn: '' }],
      state: 'open',
    },
    stage: {
      stage: 'senior',
      unit: 'Senior team',
      owner: OWNER,
      why: 'It goes first',
      from: '2026-03-16',
      until: '2026-04-30',
      criteria: 'The next round shows it',
      state: 'planned',
    },
    countermeasure: {
      against: 'appraisal',
      action: 'Keep pay out of it',
      owner: OWNER,
      due: '2026-03-31',
      state: 'open',
    },
    decision: {
      wording: 'Escalations are answered within three days',
      owner: OWNER,
      due: '2026-03-20',
      ruleId: '',
      roundId: '',
      note: '',
      state: 'open',
    },
  }
}

/** One entry of every kind in a plan; gives their ids. */
export async function seedPlan(db: Db, changer: PlanChanger): Promise<Record<PlanKind, string>> {
  const ids = {} as Record<PlanKind, string>
  ids.objective = (await addToPlan(db, changer, 'objective', contents(changer.by, '').objective)).id
  const rest = contents(changer.by, ids.objective)
  const put = async <Kind extends PlanKind>(kind: Kind) => {
    ids[kind] = (await addToPlan(db, changer, kind, rest[kind])).id
  }
  for (const kind of PLAN_KINDS) if (kind !== 'objective') await put(kind)
  return ids
}
