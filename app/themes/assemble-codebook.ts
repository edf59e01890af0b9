import { type Answers, givenValue, type Line } from '#app/answers/answer.ts'
import type { Submission } from '#app/answers/submission.ts'
import type { Instrument, ItemOf } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { ItemCoding } from './coding/item-coding.ts'
import { type CodedLine, proposedTheme } from './theme.ts'

/** The items whose answers are lists of themes: ordered or not, they are scored once their lines are grouped. */
export function themedItems(instrument: Instrument): ItemOf<'lines'>[] {
  return itemsOf(instrument).filter((item): item is ItemOf<'lines'> => item.kind === 'lines' && item.themed)
}

/** Takes the lines of one item out of the submissions of a round. Every line begins alone. */
export function uncodedItem(
  itemId: string,
  submissions: readonly Submission[],
  newId: () => string,
): ItemCoding {
  const lines = submissions.flatMap((submission) => linesOf(submission, itemId, newId))
  const themes = lines.map(({ themeId, text }) => proposedTheme({ id: themeId, itemId, name: text }))
  return { itemId, themes, lines, apart: [], proposal: null }
}

/** The lines that one answer gives. */
export function linesIn(answers: Answers, itemId: string): readonly Line[] {
  return givenValue(answers[itemId], 'lines')?.lines ?? []
}

function linesOf(submission: Submission, itemId: string, newId: () => string): CodedLine[] {
  return linesIn(submission.answers, itemId).map(({ text }, position) => ({
    id: newId(),
    submissionId: submission.id,
    itemId,
    position,
    text,
    themeId: newId(),
  }))
}
