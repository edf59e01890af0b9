import type { ReportDocument } from './document.ts'

/** The facts of the cover without those that its title already says. */
export function toldFacts({
  clientName,
  roundTitle,
  cover,
}: ReportDocument): ReportDocument['cover']['facts'] {
  return cover.facts.filter(({ value }) => value !== clientName && value !== roundTitle)
}
