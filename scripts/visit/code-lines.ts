import { decode } from './read-forms.ts'
import type { Visitor } from './visitor.ts'

const LINE = /data-line-id="([^"]+)"[\s\S]*?<span class="line-text">([\s\S]*?)<\/span>/g

/**
 * Sorts the lines of one item into named themes on the coding bench, as a consultant would: tick, name, move. Every theme
 * is confirmed by that.
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

/** Locks the codebook of a round; what nobody has confirmed is taken as it stands. */
export async function lockCodebook(visitor: Visitor, roundPath: string): Promise<void> {
  const themes = await visitor.open(`${roundPath}/themes`)
  const asItStands: [string, string][] = themes.html.includes('name="asItStands"')
    ? [['asItStands', 'yes']]
    : []
  const locked = await visitor.send(themes, asItStands, 'lock')
  if (!locked.html.includes('has been locked')) throw new Error(`the codebook of ${roundPath} is still open`)
}

/** The lines as they stand on the bench, without their authors. */
function benchLines(html: string): { id: string; text: string }[] {
  return Array.from(html.matchAll(LINE), ([, id = '', text = '']) => ({ id, text: decode(text).trim() }))
}
