import { stringify } from 'csv-stringify/sync'
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
}

/** Links that have not been used yet, as a file for a mail merge. Names that look like formulas are made harmless. */
export function linksCsv(links: readonly PersonalLink[]): string {
  const rows = unusedLinks(links).map(({ name, email, link }) => [name, email, link])
  return stringify([['name', 'email', 'link'], ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
  })
}

/** The same to be pasted into a sheet: one lead a line, with tabs. */
export function linksText(links: readonly PersonalLink[]): string {
  const rows = unusedLinks(links).map(({ name, email, link }) => [name, email, link])
  return stringify(rows, { delimiter: '\t', escape_formulas: true }).trimEnd()
}

export function unusedLinks(links: readonly PersonalLink[]): PersonalLink[] {
  return links.filter(({ link }) => link !== null)
}
