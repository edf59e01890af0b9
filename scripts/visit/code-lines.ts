import { decode } from './read-forms.ts'
import type { Visitor } from './visitor.ts'

const LINE = /data-line-id="([^"]+)"[\s\S]*?<span[^>]*>([\s\S]*?)<\/span>/g

/**
 * Sorts the lines of one item into named themes on the coding bench, as a consultant would: tick, name, move.
 *
 * @param themeOf the name of the theme that a line belongs to, by the line's text
 */
export async function codeLines(
  visitor: Visitor,
  benchPath: string,
  themeOf: ReadonlyMap<string, string>,
): Promise<void> {
  const lines = benchLines((await visitor.open(benchPath)).html)
  const stray = lines.find(({ text }) => !themeOf.has(text))
  if (stray) throw new Error(`no theme is known for the line "${stray.text}"`)
  for (const name of new Set(lines.map(({ text }) => themeOf.get(text) ?? ''))) {
    const ticked = lines
      .filter(({ text }) => themeOf.get(text) === name)
      .map(({ id }): [string, string] => ['line', id])
    await visitor.send(await visitor.open(benchPath), [...ticked, ['theme', 'new'], ['name', name]], 'move')
  }
}

/** The lines as they stand on the bench, without their authors. */
function benchLines(html: string): { id: string; text: string }[] {
  return Array.from(html.matchAll(LINE), ([, id = '', text = '']) => ({ id, text: decode(text).trim() }))
}
