import { constructStrip } from '#app/charts/construct-strip.ts'
import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import { ruleName } from '#app/diagnosis/rulebook.ts'
import { recommendMoves } from '#app/redesign/move.ts'
import { listed } from '#app/rounds/count-words.ts'
import { writtenDay } from '#app/rounds/day.ts'
import { figure, heading, list, note, paragraph, said, saidOf } from '../blocks.ts'
import { constructRows } from '../construct-rows.ts'
import type { Block, ReportPage } from '../document.ts'
import { firstFindings, TOLD_FIRST } from '../main-findings.ts'
import type { ReportInput } from '../report-input.ts'
import { turnsOf } from '../statement-turns.ts'
import { certaintyWords, verdictSource } from '../verdict-source.ts'

/** Page 2: whoever stops reading here can act. */
export function answerFirstPage(input: ReportInput): ReportPage {
  const { diagnosis } = input
  const { verdict } = diagnosis
  return {
    id: 'answer-first',
    title: verdict.headline,
    blocks: [
      {
        kind: 'statement',
        text: verdict.statement,
        confidence: certaintyWords(diagnosis),
        source: verdictSource(diagnosis),
      },
      ...findingBlocks(input),
      ...standingBlocks(input),
      ...moveBlocks(input),
      ...stripBlocks(input),
    ],
  }
}

function findingBlocks({ diagnosis }: ReportInput): Block[] {
  const { verdict } = diagnosis
  const told = firstFindings(diagnosis)
  if (told.length === 0) return []
  const sentences = told.map((finding) =>
    saidOf(finding, `${finding.statement} (${capitalise(finding.certainty)}.)`),
  )
  return [heading(findingsTitle(told.length, verdict.kind === 'diagnosis')), ...list(sentences, true)]
}

function findingsTitle(count: number, sure: boolean): string {
  if (!sure) return 'What the answers hint at'
  return count === 1 ? 'The finding behind it' : `The ${numberWord(count)} findings behind it`
}

/** What an earlier round found and this one did not ask: silence about it is no sign that it is solved. */
function standingBlocks({ previous, diagnosis }: ReportInput): Block[] {
  const { unjudged } = previous ? turnsOf(previous.diagnosis, diagnosis) : { unjudged: [] }
  if (!previous || unjudged.length === 0) return []
  const names = unjudged.map(({ then }) => `“${then.name}”`)
  return [
    heading(`Still open from “${previous.title}”`),
    paragraph(
      said(
        `This round could not look again at ${listed(names)}: what was found then stands until it is asked once more.`,
        'rulebook',
        `${unjudged.length} rules that were sure then, and cannot be judged now`,
      ),
    ),
  ]
}

function moveBlocks({ diagnosis, issuedOn, engagement }: ReportInput): Block[] {
  const moves = recommendMoves(
    diagnosis,
    issuedOn,
    engagement.roles.map(({ name }) => name),
  ).slice(0, TOLD_FIRST)
  const sentences = moves.map(({ action, ownerRole, due, ruleId }) =>
    said(`${action}. ${ownerRole}, by ${writtenDay(due)}.`, ruleId, `follows from “${ruleName(ruleId)}”`),
  )
  if (sentences.length === 0) return []
  return [
    heading(
      sentences.length === 1 ? 'The decision needed' : `The ${numberWord(sentences.length)} decisions needed`,
    ),
    ...list(sentences, true),
  ]
}

function stripBlocks({ scores }: ReportInput): Block[] {
  const rows = constructRows(scores)
  if (!rows.some((row) => row.agreement !== null || row.strength !== null)) {
    return [
      note('Strength and agreement are not drawn: no level reached the smallest group that may be shown.'),
    ]
  }
  const title = 'Strength and agreement, one row for each construct and level'
  return [figure((width) => constructStrip(rows, width, title), 'n: the people in the agreement.')]
}
