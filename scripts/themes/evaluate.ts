import { hitAt3 } from '#app/themes/evaluation/hit-at-3.ts'
import { joinsRight } from '#app/themes/evaluation/joins-right.ts'
import { pairAp } from '#app/themes/evaluation/pair-ap.ts'
import { adjustedRand, bCubed, savedShare } from '#app/themes/evaluation/partition-measures.ts'
import { assembleProposal } from '#app/themes/grouping/assemble-proposal.ts'
import type { Comparer } from '#app/themes/grouping/comparer.ts'
import { valueAt } from '#app/themes/grouping/condensed-matrix.ts'
import { compareLines } from '#app/themes/grouping/group-lines.ts'
import { averageLinkage } from '#app/themes/grouping/linkage.ts'
import type { ProposalQuestion } from '#app/themes/proposal.ts'
import type { Dictionary } from '#app/themes/reading/dictionary.ts'
import type { LabelledQuestion } from './labelled-question.ts'

/** Null where a measure says nothing: no theme with two people, every line a theme of its own, no very likely join. */
export interface Figures {
  pairAp: number | null
  hit3: number | null
  bcubedP: number | null
  bcubedR: number | null
  bcubedF1: number | null
  ari: number | null
  saved: number | null
  veryLikelyRight: number | null
}

export interface QuestionFigures extends Figures {
  id: string
  lines: number
  themes: number
  groups: number
  veryLikelyJoins: number
}

/** Proposes groups for the lines as in a round that nobody has touched, and holds them against the themes. */
export async function evaluateQuestion(
  { id, text, lines }: LabelledQuestion,
  glossary: ProposalQuestion['glossary'],
  comparer: Comparer,
  dictionary: Dictionary,
): Promise<QuestionFigures> {
  const asked: ProposalQuestion = {
    question: text,
    lines: lines.map((line) => ({ id: line.id, person: line.person, text: line.text })),
    glossary,
    keep: { together: [], apart: [] },
    known: [],
  }
  const compared = await compareLines(asked, comparer, dictionary, async () => {})
  const { groups } = assembleProposal(asked, compared)
  const placeOf = new Map(compared.arrangement.lines.map((line, place) => [line.id, place]))
  const judged = compared.arrangement.lines.map((line) => ({
    id: line.id,
    person: line.person,
    theme: lines.find((labelled) => labelled.id === line.id)?.theme ?? '',
  }))
  const grouping: number[] = []
  for (const [group, { lineIds }] of groups.entries())
    for (const lineId of lineIds) grouping[placeOf.get(lineId) as number] = group
  const { matrix } = compared.similarities
  const similarityOf = (a: number, b: number) => valueAt(matrix, a, b)
  const { precision, recall, f1 } = bCubed(judged, grouping)
  const merges = averageLinkage(matrix, compared.arrangement.constraints)
  const joins = joinsRight(judged, merges, comparer.calibration.veryLikely)
  return {
    id,
    lines: lines.length,
    themes: new Set(lines.map(({ theme }) => theme)).size,
    groups: groups.length,
    pairAp: pairAp(judged, similarityOf),
    hit3: hitAt3(judged, similarityOf),
    bcubedP: precision,
    bcubedR: recall,
    bcubedF1: f1,
    ari: adjustedRand(judged, grouping),
    saved: savedShare(judged, grouping),
    veryLikelyRight: joins.all === 0 ? null : joins.right / joins.all,
    veryLikelyJoins: joins.all,
  }
}

const MEASURES = ['pairAp', 'hit3', 'bcubedP', 'bcubedR', 'bcubedF1', 'ari', 'saved'] as const

/** The mean over the questions of each measure, where it says something; very likely joins are pooled, for they are few. */
export function meanFigures(questions: readonly QuestionFigures[]): Figures {
  const mean = (values: readonly (number | null)[]) => {
    const said = values.filter((value) => value !== null)
    return said.length === 0 ? null : said.reduce((sum, value) => sum + value, 0) / said.length
  }
  const measured = MEASURES.map((name) => [name, mean(questions.map((question) => question[name]))] as const)
  const joins = questions.reduce((sum, { veryLikelyJoins }) => sum + veryLikelyJoins, 0)
  const right = questions.reduce(
    (sum, question) => sum + (question.veryLikelyRight ?? 0) * question.veryLikelyJoins,
    0,
  )
  return {
    ...(Object.fromEntries(measured) as Omit<Figures, 'veryLikelyRight'>),
    veryLikelyRight: joins === 0 ? null : right / joins,
  }
}
