import { type PlanContent, type PlanEntry, type PlanKind, planOf } from '#app/redesign/plan/plan.ts'

export const DAY = '2026-03-09'

let number = 0

function entry<Kind extends PlanKind>(kind: Kind, content: PlanContent<Kind>, id?: string): PlanEntry {
  number += 1
  return { id: id ?? `${kind}-${number}`, kind, content, revision: 1, changedOn: DAY, changedBy: 'Anna Berg' }
}

const FORUM = {
  inputs: 'Figures of the key results, by Friday noon',
  startsAt: '09:00',
  timeZone: 'Europe/Berlin',
  onHoliday: 'next-working-day',
  holidays: [],
  members: ['Chief executive', 'Chief operating officer', 'Chief financial officer', 'Service director'],
} as const

/** The plan of an invented manufacturer, with something in every chapter. */
export const WHOLE_PLAN = planOf([
  entry(
    'priority',
    {
      outcome: 'Field service reaches every customer within two days',
      owner: 'Service director',
      tradeOff: 'The new catalogue comes in autumn instead of spring.',
      argument: '',
    },
    'p-1',
  ),
  entry('priority', {
    outcome: 'Quotes leave the house within a week',
    owner: 'Chief commercial officer',
    tradeOff: 'No special designs below 50 000 until June.',
    argument: '',
  }),
  entry('priority', {
    outcome: 'Stock of spare parts is halved without a missed repair',
    owner: '',
    tradeOff: '',
    argument: 'The bank asks for it this year.',
  }),
  entry('not-now', {
    work: 'Second brand for smaller buildings',
    sponsor: 'Chief executive',
    reason: 'Takes the same six people as the service promise',
    until: '2026-09-30',
    state: 'agreed',
  }),
  entry('not-now', {
    work: 'New intranet',
    sponsor: 'Chief information officer',
    reason: 'Nobody waits for it',
    until: '',
    state: 'stopped',
  }),
  entry('right', {
    situation: 'Two departments’ priorities clash over the same people or money',
    owner: 'Chief operating officer',
    response: 'Decides within the review cycle, in writing',
    cycle: 'Every Monday, leadership meeting',
    escalation: [{ to: 'Chief executive', withinDays: 3 }],
    itemId: 'd-conflict',
    signedBy: 'Dana Morgan',
    signedOn: '2026-03-04',
  }),
  entry('right', {
    situation: 'Something that several departments rely on is running late',
    owner: '',
    response: 'Raised with its effect and two options',
    cycle: '',
    escalation: [
      { to: 'Chief operating officer', withinDays: 2 },
      { to: 'Chief executive', withinDays: 5 },
    ],
    itemId: 'd-dependency',
    signedBy: '',
    signedOn: '',
  }),
  ...(['weekly', 'monthly', 'quarterly'] as const).map((cadence) =>
    entry('forum', {
      ...FORUM,
      members: [...FORUM.members],
      holidays: [],
      cadence,
      name: `${cadence.charAt(0).toUpperCase()}${cadence.slice(1)} leadership meeting`,
      purpose: 'Unblock delivery and look at what could go wrong.',
      owner: 'Chief operating officer',
      decides: 'Order of work, people between departments',
      agenda: ['What has changed?', 'What is blocked?', 'What has to be made safe now?', 'What do we stop?'],
      outputs: 'Decisions, escalations, owners',
      mustNotBecome: 'A round of slides',
      minutes: 45,
      startsOn: '2026-03-16',
    }),
  ),
  entry(
    'objective',
    { outcome: 'Customers are back in heat within two days', owner: 'Service director', priorityId: 'p-1' },
    'o-1',
  ),
  entry('key-result', {
    objectiveId: 'o-1',
    wording: 'Repairs done within two days from 54 % to 80 % by June',
    baseline: '54 %',
    target: '80 %',
    current: '61 %',
    due: '2026-06-30',
    owner: 'Service director',
    argument: '',
    dependencies: [
      {
        team: 'Supply chain',
        needs: 'spare parts on the van',
        acknowledgedBy: 'Bo Lind',
        acknowledgedOn: DAY,
      },
      { team: 'Systems', needs: 'one list of open jobs', acknowledgedBy: '', acknowledgedOn: '' },
    ],
    state: 'open',
  }),
  entry('key-result', {
    objectiveId: 'o-1',
    wording: 'Launch the service app',
    baseline: '',
    target: '',
    current: '',
    due: '',
    owner: '',
    argument: 'The licence runs out.',
    dependencies: [],
    state: 'open',
  }),
  ...(['senior', 'pilot', 'wide'] as const).map((stage, index) =>
    entry('stage', {
      stage,
      unit: ['Senior team', 'Field service', 'All other departments'][index] ?? '',
      owner: ['Chief executive', 'Service director', ''][index] ?? '',
      why: 'It hurts here, and everybody can see it.',
      from: ['2026-03-16', '2026-05-04', '2026-09-01'][index] ?? '',
      until: ['2026-04-30', '2026-08-31', '2026-12-18'][index] ?? '',
      criteria: index < 2 ? 'Agreement on the priorities above today’s .31 in the next round.' : '',
      state: index === 0 ? 'running' : 'planned',
    }),
  ),
  entry('countermeasure', {
    against: 'appraisal',
    action: 'Say in writing that key results are no part of pay',
    owner: 'People director',
    due: '2026-03-31',
    state: 'done',
  }),
  entry('decision', {
    wording: 'Every escalation gets an answer within three working days',
    owner: 'Chief operating officer',
    due: '2026-03-06',
    ruleId: '',
    roundId: '',
    note: '',
    state: 'open',
  }),
])
