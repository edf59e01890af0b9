import type { Proposal, ProposalQuestion, ThemeProposer } from '../proposal.ts'
import type { Dictionary } from '../reading/dictionary.ts'
import { NORMALISER, readLines } from '../reading/read-lines.ts'
import { arrangeLines } from './arrange-lines.ts'
import { assembleProposal, type Compared } from './assemble-proposal.ts'
import type { Comparer } from './comparer.ts'
import { condensedMatrix } from './condensed-matrix.ts'
import type { Pause } from './similarity.ts'

/** Reads the lines of a question and compares every two; the lines stand in the order of their ids, known ones last. */
export async function compareLines(
  question: ProposalQuestion,
  comparer: Comparer,
  dictionary: Dictionary,
  pause: Pause,
  signal?: AbortSignal,
): Promise<Compared> {
  const arrangement = arrangeLines(question)
  const readings = await readLines(arrangement.lines, question.glossary, dictionary, pause)
  const norm = readings.lines.map((line) => line.norm)
  const bare = readings.lines.map((line) => line.bare)
  const similarities =
    norm.length === 0
      ? { matrix: condensedMatrix(0), profiles: [] }
      : await comparer.compare({ norm, bare }, pause, signal)
  const { calibration } = comparer
  return { proposerId: `${comparer.id}/${NORMALISER}`, calibration, arrangement, readings, similarities }
}

export function groupingProposer(
  comparer: Comparer,
  dictionary: Dictionary | Promise<Dictionary>,
  pause: Pause,
): ThemeProposer {
  return {
    id: `${comparer.id}/${NORMALISER}`,
    async propose(question: ProposalQuestion, signal?: AbortSignal): Promise<Proposal> {
      const compared = await compareLines(question, comparer, await dictionary, pause, signal)
      return assembleProposal(question, compared)
    },
  }
}
