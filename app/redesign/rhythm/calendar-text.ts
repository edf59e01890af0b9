import { normaliseText } from '#app/http/normalise-text.ts'
import { writtenDay } from '#app/rounds/day.ts'
import type { Forum } from './forum.ts'

/** A text for a calendar: some programs break lines at signs that others keep. */
export function calendarText(text: string): string {
  return normaliseText(text).replace(/[\u2028\u2029]/g, '\n')
}

export function calendarLine(text: string): string {
  return calendarText(text).replace(/\s+/g, ' ').trim()
}

/** What stands in the entry of a forum: its agenda as questions, and what keeps it a forum. `due` is the day it was moved from. */
export function calendarDescription(forum: Forum, due?: string): string {
  const { purpose, owner, members, decides, agenda, inputs, outputs, mustNotBecome } = forum
  const questions = agenda.map((question, index) => `${index + 1}. ${question}`).join('\n')
  const parts = [
    due && `Moved from ${writtenDay(due)}, a holiday.`,
    purpose && `Purpose: ${purpose}`,
    owner && `Owner: ${owner}`,
    members.length > 0 && `With: ${members.join(', ')}`,
    questions && `Questions\n${questions}`,
    decides && `May decide: ${decides}`,
    inputs && `To bring: ${inputs}`,
    outputs && `Ends with: ${outputs}`,
    mustNotBecome && `Must not become:\n${mustNotBecome}`,
  ]
  return calendarText(parts.filter(Boolean).join('\n\n'))
}
