import { group } from 'd3-array'
import type { CodedLine } from '../theme.ts'

/** The empty bench of a second coder: bare lines, and the themes that they have made so far. */
export interface SecondBench {
  loose: { id: string; text: string }[]
  themes: { name: string; lines: { id: string; text: string }[] }[]
}

const { compare } = new Intl.Collator('en', { numeric: true })

export function secondBench(lines: readonly CodedLine[], themes: ReadonlyMap<string, string>): SecondBench {
  const bare = lines
    .map(({ id, text }) => ({ id, text }))
    .sort((a, b) => compare(a.text, b.text) || compare(a.id, b.id))
  const groups = group(bare, ({ id }) => themes.get(id) ?? '')
  return {
    loose: groups.get('') ?? [],
    themes: [...groups]
      .filter(([name]) => name !== '')
      .map(([name, members]) => ({ name, lines: members }))
      .sort((a, b) => compare(a.name, b.name)),
  }
}
