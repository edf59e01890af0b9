import type { Level } from '#app/questionnaire/instrument.ts'
import type { Codebook, CodedTheme } from '../theme.ts'

/** One line as a codebook is handed on. What may not be told is null. */
export interface CodebookRow {
  item: string
  theme: string
  line: string
  level: Level | null
  person: string | null
}

/** Who wrote a submission, as far as that may be told at all. */
export interface Author {
  level: Level | null
  person: string | null
}

/** By item, theme and wording: the order tells nothing of who wrote what. */
export function codebookRows(
  codebook: Codebook<CodedTheme>,
  items: readonly { itemId: string; wording: string }[],
  authors: ReadonlyMap<string, Author>,
): CodebookRow[] {
  const names = new Map(codebook.themes.map(({ id, name }) => [id, name]))
  const order = new Map(items.map(({ itemId }, place) => [itemId, place]))
  const wording = new Map(items.map((item) => [item.itemId, item.wording]))
  return codebook.lines
    .map((line) => ({
      line,
      place: order.get(line.itemId) ?? items.length,
      theme: names.get(line.themeId) ?? '',
    }))
    .sort((a, b) => a.place - b.place || compare(a.theme, b.theme) || compare(a.line.text, b.line.text))
    .map(({ line, theme }) => ({
      item: wording.get(line.itemId) ?? line.itemId,
      theme,
      line: line.text,
      level: authors.get(line.submissionId)?.level ?? null,
      person: authors.get(line.submissionId)?.person ?? null,
    }))
}

const { compare } = new Intl.Collator('en', { numeric: true })
