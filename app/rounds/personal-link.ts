import { stringify } from 'csv-stringify/sync'
import { guardedText } from '#app/http/formula-guard.ts'
import type { Level } from '#app/questionnaire/instrument.ts'
import type { ParticipationState } from './round.ts'

export interface PersonalLink {
  participationId: string
  name: string
  email: string
  level: Level
  state: ParticipationState
  /** Null once the lead has begun. */
  link: string | null
  /** Whether a new link would be of use: unlinked answers that are in cannot be opened again. */
  canReissue: boolean
  /** A new link deletes what the lead has begun. */
  losesDraft: boolean
}

/** Links that have not been used yet, as a file for a mail merge. Names that look like formulas are made harmless. */
export function linksCsv(links: readonly PersonalLink[]): string {
  return stringify([['name', 'email', 'link'], ...rowsOf(links)], {
    bom: true,
    record_delimiter: '\r\n',
  })
}

/** The same to be pasted into a sheet: one lead a line, with tabs. */
export function linksText(links: readonly PersonalLink[]): string {
  return stringify(rowsOf(links), { delimiter: '\t' }).trimEnd()
}

function rowsOf(links: readonly PersonalLink[]): string[][] {
  return unusedLinks(links).map(({ name, email, link }) => [name, email, link ?? ''].map(guardedText))
}

export function unusedLinks(links: readonly PersonalLink[]): PersonalLink[] {
  return links.filter(({ link }) => link !== null)
}
