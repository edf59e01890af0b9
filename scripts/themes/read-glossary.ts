import { parse } from 'csv-parse/sync'
import { z } from 'zod'

type Entry = [term: string, meaning: string]

const text = z.string().trim().min(1)
const jsonSchema = z.union([
  z.array(z.tuple([text, text])),
  z.array(z.object({ term: text, meaning: text }).transform(({ term, meaning }): Entry => [term, meaning])),
  z.record(text, text).transform((entries): Entry[] => Object.entries(entries)),
])

/**
 * Reads a glossary: JSON as pairs, as objects with `term` and `meaning` or as one object from term to meaning; or lines
 * of term and meaning parted by a comma, semicolon or tab, under a heading or not.
 */
export function readGlossary(content: string): Entry[] {
  const trimmed = content.replace(/^\uFEFF/, '').trim()
  if (/^[[{]/.test(trimmed)) {
    const value: unknown = JSON.parse(trimmed)
    return jsonSchema.parse(isWrapped(value) ? value.glossary : value)
  }
  const rows = parse(trimmed, {
    delimiter: ['\t', ';', ','],
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
  }) as string[][]
  return rows
    .filter(
      ([term, ...meaning]) => term && meaning.join('').trim() && !/^(term|abbreviation|short)$/i.test(term),
    )
    .map(([term, ...meaning]): Entry => [term as string, meaning.join(', ')])
}

function isWrapped(value: unknown): value is { glossary: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { glossary?: unknown }).glossary === 'object'
  )
}
