import { commitmentsOf, keptShare } from '#app/redesign/commitments/commitments.ts'
import { keptWords } from '#app/redesign/commitments/kept-words.ts'
import { checkKeyResult } from '#app/redesign/outcomes/check-key-result.ts'
import type { Plan, PlanEntry } from '#app/redesign/plan/plan.ts'
import { STATE_WORDS as NOT_NOW_WORDS } from '#app/redesign/priorities/priority-words.ts'
import { isTimed, lengthWords, scheduleWords } from '#app/redesign/rhythm/schedule-words.ts'
import { stepWords } from '#app/redesign/rights/right-words.ts'
import { RESISTANCE_SOURCES } from '#app/redesign/rollout/draft-countermeasures.ts'
import { stagesInOrder } from '#app/redesign/rollout/rollout-order.ts'
import { COUNTER_STATE_NAMES, STAGE_NAMES } from '#app/redesign/rollout/stage-words.ts'
import { writtenDay } from '#app/rounds/day.ts'
import { heading, note, paragraph, plain, table } from '../blocks.ts'
import type { Block } from '../document.ts'
import { commitmentTimeline, rolloutTimeline } from './timelines.ts'

const OPEN = 'to be named'

/** The critical few, each with its owner and what is given up for it. */
export function priorityBlocks({ priority }: Plan): Block[] {
  if (priority.length === 0) return []
  const rows = priority.map(({ content }, index) => [
    `${index + 1}`,
    content.outcome,
    content.owner || OPEN,
    content.tradeOff || 'not said yet',
  ])
  const argued = priority.flatMap(({ content }) =>
    content.argument === '' ? [] : [plain(`“${content.outcome}” went past the limit: ${content.argument}`)],
  )
  return [
    table('The few outcomes that come first', ['', 'Outcome', 'Owner', 'Given up for it'].map(named), rows),
    ...(argued.length > 0 ? [paragraph(...argued)] : []),
  ]
}

const named = (label: string) => label || 'No.'

export function notNowBlocks(plan: Plan): Block[] {
  const entries = plan['not-now']
  if (entries.length === 0) return []
  return [
    table(
      'Not now: work that stops or waits',
      ['Work', 'Sees to it', 'Until', 'Stands'],
      entries.map(({ content: { work, sponsor, until, state } }) => [
        work,
        sponsor || OPEN,
        dayOr(until, 'further notice'),
        NOT_NOW_WORDS[state],
      ]),
    ),
  ]
}

export function rightBlocks({ right }: Plan): Block[] {
  if (right.length === 0) return []
  return [
    table(
      'Who decides, and where it goes if they do not',
      ['When', 'Decides', 'What happens', 'Goes on to', 'Signed off'],
      right.map(({ content }) => [
        content.situation,
        content.owner || OPEN,
        [content.response, content.cycle].filter(Boolean).join('; ') || 'not said yet',
        content.escalation.map(stepWords).join('; then ') || 'nobody yet',
        content.signedOn ? `${content.signedBy}, ${writtenDay(content.signedOn)}` : 'not yet',
      ]),
    ),
  ]
}

/** One table over all meetings: what each is for, who leads it, what it answers and what it must not become. */
export function forumBlocks({ forum }: Plan): Block[] {
  if (forum.length === 0) return []
  const row = (label: string, cell: (content: PlanEntry<'forum'>['content']) => string) => [
    label,
    ...forum.map(({ content }) => cell(content) || 'not said yet'),
  ]
  const members = [...new Set(forum.map(({ content }) => content.members.join(', ')))]
  const [everywhere] = members.length === 1 && forum.length > 1 ? members : []
  return [
    table(
      'The meetings that lead the work',
      ['What', ...forum.map(({ content }) => content.name)],
      [
        row('Is there to', ({ purpose }) => purpose),
        row('Owner', ({ owner }) => owner || OPEN),
        row('Held', (content) =>
          isTimed(content) ? scheduleWords(content) : `${content.cadence}, day not set`,
        ),
        row('Takes', ({ minutes }) => lengthWords(minutes)),
        ...(everywhere ? [] : [row('Members', ({ members }) => members.join(', '))]),
        row('Answers', ({ agenda }) => agenda.join(' ')),
        row('May decide', ({ decides }) => decides),
        row('Ends with', ({ outputs }) => outputs),
        row('Must not become', ({ mustNotBecome }) => oneLine(mustNotBecome)),
      ],
    ),
    ...(everywhere ? [paragraph(plain(`In all of them: ${everywhere}.`))] : []),
  ]
}

/** What was typed a line each, as one text. */
function oneLine(text: string): string {
  return text.split('\n').filter(Boolean).join('; ')
}

export function outcomeBlocks(plan: Plan): Block[] {
  return plan.objective.flatMap(({ id, content }) => {
    const results = plan['key-result'].filter((result) => result.content.objectiveId === id)
    return [
      heading(content.outcome),
      paragraph(plain(`Owner: ${content.owner || OPEN}.`)),
      results.length === 0
        ? note('No key result yet: nobody could tell whether it has been reached.')
        : table(
            'Key results',
            ['Result', 'From', 'To', 'Now', 'By', 'Owner', 'Needs'],
            results.map(resultRow),
          ),
    ]
  })
}

function resultRow({ content }: PlanEntry<'key-result'>): string[] {
  const { wording, baseline, target, current, due, owner, dependencies } = content
  const reads = checkKeyResult(wording).kind
  return [
    reads === 'outcome' ? wording : `${wording} (reads as work, not as a result)`,
    baseline || '–',
    target || '–',
    current || '–',
    dayOr(due, '–'),
    owner || OPEN,
    dependencies
      .map(({ team, acknowledgedOn }) => `${team}${acknowledgedOn ? '' : ' (not agreed)'}`)
      .join(', ') || '–',
  ]
}

export function rolloutBlocks(plan: Plan, today: string): Block[] {
  if (plan.stage.length === 0) return []
  return [
    ...rolloutTimeline(plan.stage, today),
    table(
      'Step by step',
      ['Step', 'Led by', 'Why', 'Has to hold before the next'],
      stagesInOrder(plan.stage).map(({ content: { stage, unit, owner, why, criteria } }) => [
        `${STAGE_NAMES[stage]}: ${unit}`,
        owner || OPEN,
        why || 'not said yet',
        criteria || 'not said yet',
      ]),
    ),
  ]
}

export function countermeasureBlocks({ countermeasure }: Plan): Block[] {
  if (countermeasure.length === 0) return []
  const against = (id: string) => RESISTANCE_SOURCES.find((source) => source.id === id)?.name ?? id
  return [
    heading('What stands against it'),
    table(
      'Reasons to resist, and what is done about them',
      ['Reason', 'Done about it', 'Owner', 'By', 'Stands'],
      countermeasure.map(({ content }) => [
        against(content.against),
        content.action,
        content.owner || OPEN,
        dayOr(content.due, 'no day'),
        COUNTER_STATE_NAMES[content.state],
      ]),
    ),
  ]
}

const STATES = { open: 'open', done: 'done', missed: 'missed', dropped: 'dropped' } as const

/** How much of what was due is done, and everything that is still open by day. What is over takes no room from it. */
export function commitmentBlocks(plan: Plan, today: string): Block[] {
  const commitments = commitmentsOf(plan)
  if (commitments.length === 0) return []
  // Decisions stand in a table of their own.
  const others = commitments.filter(({ kind }) => kind !== 'decision')
  const undated = others.filter(({ due, state }) => due === '' || state === 'dropped')
  return [
    paragraph(plain(keptWords(keptShare(commitments, today)))),
    ...commitmentTimeline(
      others.filter(({ state }) => state === 'open'),
      today,
    ),
    ...(undated.length === 0
      ? []
      : [
          table(
            'Without a day, or given up',
            ['What', 'Owner', 'Stands'],
            undated.map(({ words, owner, state }) => [words, owner || OPEN, STATES[state]]),
          ),
        ]),
  ]
}

export function decisionBlocks({ decision }: Plan): Block[] {
  if (decision.length === 0) return []
  return [
    table(
      'What was decided',
      ['Decision', 'Owner', 'By', 'Stands'],
      decision.map(({ content: { wording, owner, due, state } }) => [
        wording,
        owner || OPEN,
        dayOr(due, 'no day'),
        STATES[state],
      ]),
    ),
  ]
}

function dayOr(day: string, otherwise: string): string {
  return day === '' ? otherwise : writtenDay(day)
}
