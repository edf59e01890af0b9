import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import { commitmentsOf } from '#app/redesign/commitments/commitments.ts'
import type { Plan } from '#app/redesign/plan/plan.ts'
import { counted } from '#app/rounds/count-words.ts'
import { writtenDay } from '#app/rounds/day.ts'
import type { Block, ReportBrand, ReportDocument, ReportPage } from '../document.ts'
import {
  commitmentBlocks,
  countermeasureBlocks,
  decisionBlocks,
  forumBlocks,
  notNowBlocks,
  outcomeBlocks,
  priorityBlocks,
  rightBlocks,
  rolloutBlocks,
} from './plan-blocks.ts'

/** Everything a redesign plan is told from. */
export interface PlanInput {
  plan: Plan
  clientName: string
  consultantName: string
  /** YYYY-MM-DD. */
  issuedOn: string
  documentId: string
  softwareVersion: string
  brand: ReportBrand | null
}

/**
 * The plan as a document: what comes first and what does not, who decides, when it is looked at, what will be different, who
 * begins, and who has taken on what. Null while nothing is decided: an empty plan is no paper to hand out.
 */
export function buildPlan(input: PlanInput): ReportDocument | null {
  const pages = pagesOf(input)
  if (pages.length === 0) return null
  return {
    format: 'plumbline-report/1',
    documentId: input.documentId,
    language: 'en',
    clientName: input.clientName,
    roundTitle: 'Redesign plan',
    consultantName: input.consultantName,
    issuedOn: input.issuedOn,
    privacyPromise: 'This plan holds what the team has decided. Nobody’s answers to the survey are in it.',
    softwareVersion: input.softwareVersion,
    brand: input.brand,
    cover: { facts: factsOf(input) },
    pages,
  }
}

function factsOf({ plan, clientName, consultantName, issuedOn, documentId }: PlanInput) {
  return [
    { label: 'Client', value: clientName },
    { label: 'Holds', value: holdsWords(plan) },
    { label: 'Prepared by', value: consultantName },
    { label: 'As of', value: writtenDay(issuedOn) },
    { label: 'Document', value: documentId },
  ]
}

function holdsWords(plan: Plan): string {
  return [
    counted(plan.priority.length, 'priority', 'priorities'),
    counted(plan['not-now'].length, 'piece of work that waits', 'pieces of work that wait'),
    counted(plan.right.length, 'decision right'),
    counted(plan.forum.length, 'meeting'),
    counted(commitmentsOf(plan).length, 'commitment'),
  ].join(', ')
}

function pagesOf({ plan, issuedOn }: PlanInput): ReportPage[] {
  const page = (id: string, title: string, blocks: Block[]) =>
    blocks.length === 0 ? [] : [{ id, title, blocks }]
  return [
    ...page('priorities', prioritiesTitle(plan), [...priorityBlocks(plan), ...notNowBlocks(plan)]),
    ...page('rights', rightsTitle(plan), rightBlocks(plan)),
    ...page('rhythm', 'When the work is led', forumBlocks(plan)),
    ...page('outcomes', 'What will be different', outcomeBlocks(plan)),
    ...page('rollout', 'Who begins, and when it widens', [
      ...rolloutBlocks(plan, issuedOn),
      ...countermeasureBlocks(plan),
    ]),
    ...page('commitments', commitmentsTitle(plan), [
      ...decisionBlocks(plan),
      ...commitmentBlocks(plan, issuedOn),
    ]),
  ]
}

function prioritiesTitle({ priority, 'not-now': waiting }: Plan): string {
  const first = `${capitalise(numberWord(priority.length))} ${priority.length === 1 ? 'outcome comes' : 'outcomes come'} first`
  if (priority.length === 0) return 'What stops, or waits'
  return waiting.length === 0
    ? `${first}, and nothing has been let go for ${priority.length === 1 ? 'it' : 'them'}`
    : `${first}; ${numberWord(waiting.length)} ${waiting.length === 1 ? 'piece of work waits' : 'pieces of work wait'}`
}

function rightsTitle({ right }: Plan): string {
  const vacant = right.filter(({ content }) => content.owner === '').length
  if (vacant === 0) return 'Every decision has its owner'
  return `${capitalise(numberWord(vacant))} of ${numberWord(right.length)} decisions still ${vacant === 1 ? 'has' : 'have'} no owner`
}

function commitmentsTitle(plan: Plan): string {
  const open = commitmentsOf(plan).filter(({ state }) => state === 'open')
  const ownerless = open.filter(({ owner }) => owner === '').length
  return ownerless === 0
    ? 'Who has taken on what'
    : `Who has taken on what; for ${numberWord(ownerless)} nobody has been named`
}
