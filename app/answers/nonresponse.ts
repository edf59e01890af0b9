import type { Item, Section } from '#app/questionnaire/instrument.ts'
import { type Answer, type Answers, isBlank } from './answer.ts'

/** In which of the four states an item is; an item that was never saved counts as skipped, and so does a blank text. */
export function answerStateOf(answers: Answers, itemId: string): Answer['state'] {
  const answer = answers[itemId]
  return isBlank(answer) ? 'skipped' : (answer?.state ?? 'skipped')
}

/** The items of a section that are asked about once more because they were left empty. */
export function emptyAnswers(section: Section, answers: Answers): Item[] {
  return section.items.filter((item) => item.askedWhenEmpty && answerStateOf(answers, item.id) === 'skipped')
}
