import type { Block, ReportDocument } from '../document.ts'

/** The blocks of a page; none where the report does without it. */
export function blocksOf(document: ReportDocument, pageId: string): readonly Block[] {
  return document.pages.find(({ id }) => id === pageId)?.blocks ?? []
}
