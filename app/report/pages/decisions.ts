import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import { currentRulebook, ruleName } from '#app/diagnosis/rulebook.ts'
import { type Move, recommendMoves } from '#app/redesign/move.ts'
import { EMPTY_PLAN, type Plan } from '#app/redesign/plan/plan.ts'
import { draftNotNowList, type NotNowEntry } from '#app/redesign/priorities/draft-not-now.ts'
import { draftDecisionRights } from '#app/redesign/rights/draft-rights.ts'
import { listed } from '#app/rounds/count-words.ts'
import { writtenDay } from '#app/rounds/day.ts'
import { denseTable, heading, note, paragraph, plain, said, table } from '../blocks.ts'
import type { Block, ReportPage, Sentence } from '../document.ts'
import {
  decisionBlocks,
  notNowBlocks as planNotNowBlocks,
  priorityBlocks,
  rightBlocks,
} from '../plan/plan-blocks.ts'
import type { ReportInput } from '../report-input.ts'
import { tooFewWords } from '../shown.ts'

/**
 * Page 16: what to decide in the next meeting and do in the first thirty days. What the team has decided since takes the place
 * of what was proposed, chapter by chapter.
 */
export function decisionsPage(input: ReportInput): ReportPage {
  const moves = recommendMoves(
    input.diagnosis,
    input.issuedOn,
    input.engagement.roles.map(({ name }) => name),
  )
  return {
    id: 'decisions',
    title: isDecided(input) ? 'What the team has decided' : titleOf(moves, input.diagnosis),
    blocks: [
      ...priorityBlocks(planOf(input)),
      ...(isDecided(input) ? decisionBlocks(planOf(input)) : moveBlocks(moves, input)),
      ...settledOr(planNotNowBlocks(planOf(input)), () => notNowBlocks(input)),
      ...settledOr(withHeading(rightBlocks(planOf(input))), () => rightsBlocks(input)),
    ],
  }
}

function planOf({ plan }: ReportInput): Plan {
  return plan ?? EMPTY_PLAN
}

function isDecided(input: ReportInput): boolean {
  return planOf(input).decision.length > 0
}

function settledOr(settled: Block[], draft: () => Block[]): Block[] {
  return settled.length > 0 ? settled : draft()
}

function withHeading(blocks: Block[]): Block[] {
  return blocks.length > 0 ? [heading('Decision rights'), ...blocks] : []
}

function titleOf(moves: readonly Move[], { verdict }: ReportInput['diagnosis']): string {
  if (moves.length === 0 && verdict.kind === 'diagnosis') return 'Nothing to repair: keep what works'
  if (moves.length === 0) return 'No action is ordered: talk about these answers first'
  if (moves.length === 1) return 'Decide this one in the next meeting'
  return `Decide these ${numberWord(moves.length)} in the next meeting`
}

function moveBlocks(moves: readonly Move[], { diagnosis }: ReportInput): Block[] {
  if (moves.length === 0) return [note(noMovesWords(diagnosis))]
  return [
    table(
      'Actions for the first thirty days',
      ['Action', 'Who', 'By', 'Effect'],
      moves.map(({ action, ownerRole, due, effect }) => [action, ownerRole, writtenDay(due), effect]),
    ),
    paragraph(reasonSentence(moves)),
  ]
}

function reasonSentence(moves: readonly Move[]): Sentence {
  const rules = [...new Set(moves.map(({ ruleId }) => ruleId))]
  const names = rules.map((ruleId) => `“${ruleName(ruleId)}”`)
  return said(`They answer ${listed(names)}.`, rules.join(', '), 'recommended where these rules fire')
}

function noMovesWords({ verdict }: ReportInput['diagnosis']): string {
  if (verdict.kind === 'diagnosis')
    return 'The answers show nothing that needs repair. Keep what works, and ask again next quarter.'
  if (verdict.kind === 'not-enough-answers')
    return 'Too few people answered to recommend anything. Ask again, with more of them.'
  return 'The answers name no cause, so none is treated. Take the open points of the diagnosis into the next meeting and ask what people see.'
}

function notNowBlocks({ scores }: ReportInput): Block[] {
  const entries = draftNotNowList(scores)
  if (entries.length === 0) return [heading('Draft not-now list'), note(`No draft: ${noStopsWords(scores)}.`)]
  const first = entries.filter(({ alsoPriorityOf }) => alsoPriorityOf)
  const free = entries.filter(({ alsoPriorityOf }) => !alsoPriorityOf)
  return [
    heading('Draft not-now list'),
    paragraph(
      ...partSentence(free, 'Could wait, being on none of the priority lists shown'),
      ...partSentence(first, 'To be decided first, as it is also a priority'),
      plain('A draft: the senior team decides, and tells those who count on the work.'),
    ),
  ]
}

/** The work by name; who would stop it, and who counts on it, is its reason. */
function partSentence(entries: readonly NotNowEntry[], words: string): Sentence[] {
  if (entries.length === 0) return []
  return [
    said(
      `${words}: ${listed(entries.map(({ name }) => `“${name}”`))}.`,
      'not-now list',
      `${numberWord(entries.length)} of the pieces of work that people would stop; the counts stand where it is told what should stop`,
    ),
  ]
}

function noStopsWords(scores: ReportInput['scores']): string {
  if (!scores.shown.senior && !scores.shown.department) return tooFewWords(scores, 'people of a level')
  return 'no work to stop was named by more than one person'
}

function rightsBlocks({ scores }: ReportInput): Block[] {
  const rights = draftDecisionRights(scores)
  if (rights.length === 0)
    return [heading('Draft decision rights'), note(`No draft: ${tooFewWords(scores, 'senior leaders')}.`)]
  return [
    heading('Draft decision rights'),
    denseTable(
      'One role for each matter',
      ['Matter', 'Now', 'Named most often', 'Draft'],
      rights.map(({ itemId, state, said, proposedRole }) => [
        capitalise(currentRulebook.subjects[itemId] ?? itemId),
        state,
        said,
        proposedRole ? `confirm ${proposedRole}` : 'name one role',
      ]),
    ),
  ]
}
