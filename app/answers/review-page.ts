import type { Level, Section } from '#app/questionnaire/instrument.ts'
import { wordingFor } from '#app/questionnaire/items.ts'
import type { Answer, Answers } from './answer.ts'
import { answerStateOf } from './nonresponse.ts'
import { isAnswered } from './progress.ts'
import { countChanges } from './same-answer.ts'
import { type Names, summariseAnswer } from './summarise-answer.ts'
import { english, type Say } from './words.ts'

export interface ReviewPage {
  sections: ReviewSection[]
  answered: number
  leftEmpty: number
  submitted: boolean
  changes: number
  /** Handing in is final where nobody can tell later which answers are whose. */
  final: boolean
  promise: string
  /** Whether there are answers from another browser that this one may not show. */
  hidden?: boolean
}

export interface ReviewSection {
  id: string
  title: string
  items: ReviewItem[]
}

export interface ReviewItem {
  id: string
  wording: string
  state: Answer['state']
  summary: string
}

interface ReviewSource {
  sections: readonly Section[]
  level: Level
  answers: Answers
  names: Names
  /** What was handed in before, or null. */
  before: Answers | null
  final: boolean
  promise: string
  say?: Say
}

export function reviewPageOf({
  sections,
  level,
  answers,
  names,
  before,
  final,
  promise,
  say = english,
}: ReviewSource): ReviewPage {
  const items = sections.flatMap((section) => section.items)
  const answered = items.filter((item) => isAnswered(answers[item.id])).length
  return {
    sections: sections.map((section) => ({
      id: section.id,
      title: section.title,
      items: section.items.map((item) => ({
        id: item.id,
        wording: wordingFor(item, level),
        state: answerStateOf(answers, item.id),
        summary: summariseAnswer(item, answers[item.id], names, say),
      })),
    })),
    answered,
    leftEmpty: items.length - answered,
    submitted: before !== null,
    changes: before ? countChanges(before, answers) : 0,
    final,
    promise,
  }
}
