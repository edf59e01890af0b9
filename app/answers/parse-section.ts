import type { Section } from '#app/questionnaire/instrument.ts'
import type { Answers } from './answer.ts'
import { parseItem } from './parse-item.ts'
import { english, type Say } from './words.ts'

/** Item id to what is wrong, in plain words. */
export type AnswerErrors = Record<string, string>

/** The answers of one section's form. An item with an error is missing from `answers`; the others stand. */
export function parseSection(
  section: Section,
  form: FormData,
  departments: readonly { id: string }[],
  roles: readonly { id: string }[],
  say: Say = english,
): { answers: Answers; errors: AnswerErrors } {
  const answers: Answers = {}
  const errors: AnswerErrors = {}
  for (const item of section.items) {
    const parsed = parseItem(item, form, departments, roles, say)
    if (parsed.ok) answers[item.id] = parsed.answer
    else errors[item.id] = parsed.error
  }
  return { answers, errors }
}
