import type { Item, Level, Section } from '#app/questionnaire/instrument.ts'
import type { Answers } from './answer.ts'
import { type FieldValues, valuesFrom } from './field-values.ts'
import { formOf } from './form-of.ts'
import { minutesLeft } from './progress.ts'
import type { Names } from './summarise-answer.ts'

/** Everything that one page of the questionnaire shows. */
export interface SectionPage {
  section: Section
  level: Level
  /** Counted from 1. */
  position: number
  of: number
  minutesLeft: number
  values: FieldValues
  /** Item id to the revision of the draft that is shown; items never saved are not in it. */
  revisions: Record<string, number>
  names: Names
  promise: string
  /** Whether there are answers from another browser that this one may not show. */
  hidden?: boolean
}

/** Two versions of one answer, one stored from elsewhere and one typed on this page. */
export interface Conflict {
  stored: string
  typed: string
  /** The revision of what is stored. */
  revision: number
}

/** What a page is shown again with when it could not simply be saved and left. */
export interface SectionOutcome {
  values: FieldValues
  revisions: Record<string, number>
  /** Item id to what is wrong with it. */
  errors: Record<string, string>
  conflicts: Record<string, Conflict>
  /** Items that are asked about once because they were left empty. */
  empty: string[]
  /** Why nothing could be saved; left out where it could. */
  unsaved?: 'locked' | 'disk-full'
}

export interface PageSource {
  sections: readonly Section[]
  level: Level
  answers: Answers
  revisions: Record<string, number>
  names: Names
  promise: string
}

export function sectionPageOf(source: PageSource, sectionId: string): SectionPage | null {
  const { sections, level, answers, revisions, names, promise } = source
  const index = sections.findIndex(({ id }) => id === sectionId)
  const section = sections[index]
  if (!section) return null
  return {
    section,
    level,
    position: index + 1,
    of: sections.length,
    minutesLeft: minutesLeft(sections, answers),
    values: valuesOfAnswers(section.items, answers),
    revisions,
    names,
    promise,
  }
}

/** Where a step from one section leads: the section before or after, the overview, or the review at the end. */
export function stepFrom(sections: readonly Section[], sectionId: string, step: 'next' | 'back'): string {
  const index = sections.findIndex(({ id }) => id === sectionId)
  const to = sections[step === 'next' ? index + 1 : index - 1]
  if (to) return `/answer/${to.id}`
  return step === 'next' ? '/answer/review' : '/answer'
}

export function valuesOfAnswers(items: readonly Item[], answers: Answers): FieldValues {
  return valuesFrom(
    items.flatMap((item) => {
      const answer = answers[item.id]
      return answer ? formOf(item, answer) : []
    }),
  )
}
