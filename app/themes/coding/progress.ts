import { counted, listed } from '#app/rounds/count-words.ts'
import { type ItemCoding, linesByTheme } from './item-coding.ts'

/** How far the coding of an item has come. */
export interface CodingProgress {
  lines: number
  /** Lines in themes that a person has confirmed. */
  confirmedLines: number
  themes: number
  /** Groups of two lines or more, and lines alone, that nobody has confirmed. */
  openGroups: number
  looseLines: number
}

export function codingProgress(coding: Pick<ItemCoding, 'themes' | 'lines'>): CodingProgress {
  const lines = linesByTheme(coding)
  const sizes = coding.themes.map(({ id, state }) => ({ state, size: lines.get(id)?.length ?? 0 }))
  const open = sizes.filter(({ state }) => state === 'proposed')
  return {
    lines: coding.lines.length,
    confirmedLines: coding.lines.length - open.reduce((sum, { size }) => sum + size, 0),
    themes: sizes.length,
    openGroups: open.filter(({ size }) => size > 1).length,
    looseLines: open.filter(({ size }) => size === 1).length,
  }
}

/** @example unconfirmedWords({ openGroups: 2, looseLines: 1 }) // => '2 groups and 1 line alone' */
export function unconfirmedWords({
  openGroups,
  looseLines,
}: Pick<CodingProgress, 'openGroups' | 'looseLines'>): string {
  const groups = openGroups > 0 ? [counted(openGroups, 'group')] : []
  return listed(looseLines > 0 ? [...groups, counted(looseLines, 'line alone', 'lines alone')] : groups)
}
