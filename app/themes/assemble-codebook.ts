import { givenValue } from '#app/answers/answer.ts'
import type { Submission } from '#app/answers/submission.ts'
import type { Instrument, ItemOf } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { Codebook, CodedLine, ThemeProposer } from './theme.ts'

type LooseLine = Omit<CodedLine, 'themeId'>

/** The items whose answers are lists of themes: ordered or not, they are scored once their lines are grouped. */
export function themedItems(instrument: Instrument): ItemOf<'lines'>[] {
  return itemsOf(instrument).filter((item): item is ItemOf<'lines'> => item.kind === 'lines' && item.themed)
}

/** Takes the lines out of the submissions of a round and lets a proposer sort each item's lines into themes. */
export async function assembleCodebook(
  instrument: Instrument,
  submissions: readonly Submission[],
  proposer: ThemeProposer,
  newId: () => string,
): Promise<Codebook> {
  const codebook: Codebook = { themes: [], lines: [] }
  for (const item of themedItems(instrument)) {
    const lines = submissions.flatMap((submission) => linesOf(submission, item.id, newId))
    const question = {
      question: item.wording,
      lines: lines.map(({ id, submissionId, text }) => ({ id, person: submissionId, text })),
    }
    for (const proposed of await proposer.propose(question)) {
      const theme = { id: newId(), itemId: item.id, name: proposed.name }
      codebook.themes.push(theme)
      codebook.lines.push(...proposed.lineIds.map((id) => ({ ...lineById(lines, id), themeId: theme.id })))
    }
  }
  return codebook
}

function linesOf(submission: Submission, itemId: string, newId: () => string): LooseLine[] {
  const lines = givenValue(submission.answers[itemId], 'lines')?.lines ?? []
  return lines.map(({ text }, position) => ({
    id: newId(),
    submissionId: submission.id,
    itemId,
    position,
    text,
  }))
}

function lineById(lines: readonly LooseLine[], id: string): LooseLine {
  const line = lines.find((candidate) => candidate.id === id)
  if (!line) throw new Error(`the proposer named a line that it was not given: ${id}`)
  return line
}
