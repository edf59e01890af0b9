import type { ItemKind, Section } from '#app/questionnaire/instrument.ts'
import { type Answer, type Answers, isBlank } from './answer.ts'
import { english, type Say } from './words.ts'

export type SectionState = 'not-started' | 'started' | 'done'

export interface SectionProgress {
  id: string
  title: string
  state: SectionState
  answered: number
  of: number
}

/**
 * Seconds that one item takes on a phone, by kind. Chosen so that the full questionnaire comes to the 8 to 10 minutes
 * and the quick scan to the 4 minutes that their makers state; a test holds both.
 */
const SECONDS: Record<ItemKind, number> = {
  lines: 35,
  text: 30,
  multi: 14,
  owner: 10,
  choice: 10,
  number: 8,
  scale: 7,
}

export function isAnswered(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.state !== 'skipped' && !isBlank(answer)
}

export function progressOf(section: Section, answers: Answers): SectionProgress {
  const of = section.items.length
  const answered = section.items.filter((item) => isAnswered(answers[item.id])).length
  const state = answered === 0 ? 'not-started' : answered === of ? 'done' : 'started'
  return { id: section.id, title: section.title, state, answered, of }
}

/** Minutes that the unanswered items will take, rounded up; 0 when there are none. */
export function minutesLeft(sections: readonly Section[], answers: Answers): number {
  const left = sections.flatMap(({ items }) => items).filter((item) => !isAnswered(answers[item.id]))
  return Math.ceil(left.reduce((seconds, item) => seconds + SECONDS[item.kind], 0) / 60)
}

/** Where to go on: the first section not begun, else the first not complete, else nowhere. */
export function nextSection(progress: readonly SectionProgress[]): SectionProgress | null {
  const first = (state: SectionState) => progress.find((section) => section.state === state)
  return first('not-started') ?? first('started') ?? null
}

/** "about 6 minutes left", in words that stay true when little is left. */
export function minutesLeftInWords(minutes: number, say: Say = english): string {
  if (minutes === 0) return say('time.all-answered')
  return minutes === 1 ? say('time.minute') : say('time.minutes', { minutes })
}

export function changesInWords(changes: number, say: Say = english): string {
  return changes === 1 ? say('overview.changed-one') : say('overview.changed-many', { count: changes })
}
