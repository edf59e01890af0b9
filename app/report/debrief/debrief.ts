import { constructName } from '../construct-rows.ts'
import type { Block, ReportDocument } from '../document.ts'
import { guessItems } from '../guess/guess.ts'
import { blocksOf } from './page-blocks.ts'
import { type ProposedDecision, proposedDecisions } from './proposed-decisions.ts'
import { questionsFor } from './questions.ts'
import { type ToldFinding, toldFindings } from './told-findings.ts'

type Figure = Extract<Block, { kind: 'figure' }>

/** What the room is asked to guess, and the figure that it is held against. */
export interface RoomGuess {
  label: string
  /** "the senior team" or "the department leads". */
  who: string
  agreement: number
  range: readonly [number, number]
  n: number | null
  chance: number | null
}

/** One finding on its way through a room: guessed, shown, talked about, decided. */
export interface DebriefFinding extends ToldFinding {
  /** Null where the report shows no agreement on its subject, or the room has guessed it already. */
  guess: RoomGuess | null
  figure: Figure | null
  questions: readonly string[]
  proposal: ProposedDecision | null
}

export interface Debrief {
  clientName: string
  roundTitle: string
  promise: string
  headline: string
  statement: string
  confidence: string
  /** All constructs at a glance; null where too few answered. */
  strip: Figure | null
  findings: DebriefFinding[]
  strengths: string[]
  /** The decisions that matter most, three at most. */
  proposals: ProposedDecision[]
  /** Proposals that belong to none of the findings. */
  further: ProposedDecision[]
}

/**
 * The way through a report that a facilitator takes with the team. It is made of the sponsor's document and of nothing else, so
 * that a screen on a wall shows no more than the report: what its privacy hides, and what its editor took out, is not in it.
 */
export function debriefOf(document: ReportDocument): Debrief {
  const first = blocksOf(document, 'answer-first')
  const statement = first.find((block) => block.kind === 'statement')
  const proposals = proposedDecisions(document)
  const { problems, strengths } = toldFindings(document)
  const guesses = guessesBy(document)
  const findings = problems.map((finding) => ({
    ...finding,
    guess: taken(guesses, constructName(finding.construct)),
    figure: figureFor(document, finding),
    questions: questionsFor(finding),
    proposal: proposals.find(({ ruleId }) => ruleId === finding.ruleId) ?? null,
  }))
  return {
    clientName: document.clientName,
    roundTitle: document.roundTitle,
    promise: document.privacyPromise,
    headline: document.pages.find(({ id }) => id === 'answer-first')?.title ?? document.roundTitle,
    statement: statement?.text ?? '',
    confidence: statement?.confidence ?? '',
    strip: first.find((block) => block.kind === 'figure') ?? null,
    findings,
    strengths,
    proposals,
    further: proposals.filter((proposal) => !findings.some((finding) => finding.proposal === proposal)),
  }
}

/** A subject is guessed once: after that the room knows. */
function taken(guesses: Map<string, RoomGuess>, label: string): RoomGuess | null {
  const guess = guesses.get(label) ?? null
  guesses.delete(label)
  return guess
}

function guessesBy(document: ReportDocument): Map<string, RoomGuess> {
  const guesses = guessItems(document).map(({ label, figure }): [string, RoomGuess] => {
    const { agreement, range, n, chance, level } = figure
    const who = level === 'senior' ? 'the senior team' : 'the department leads'
    return [label, { label, who, agreement, range: range ?? [agreement, agreement], n, chance }]
  })
  return new Map(guesses)
}

/** The first picture of the pages that tell of the finding. */
function figureFor(document: ReportDocument, { pages }: ToldFinding): Figure | null {
  const figures = pages.flatMap((id) => blocksOf(document, id).filter((block) => block.kind === 'figure'))
  return figures[0] ?? null
}
