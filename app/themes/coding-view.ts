import type { Codebook } from './theme.ts'

/** A theme as the coding bench shows it: no names, no levels, nothing of who wrote what. */
export interface BenchTheme {
  id: string
  name: string
  lines: { id: string; text: string }[]
}

const byText = new Intl.Collator('en', { numeric: true }).compare

/** The themes of one item, largest first, their lines by wording: neither order tells anything of the people. */
export function benchThemes(codebook: Codebook, itemId: string): BenchTheme[] {
  return codebook.themes
    .filter((theme) => theme.itemId === itemId)
    .map((theme) => ({ id: theme.id, name: theme.name, lines: linesIn(codebook, theme.id) }))
    .sort((a, b) => b.lines.length - a.lines.length || byText(a.name, b.name))
}

function linesIn(codebook: Codebook, themeId: string): BenchTheme['lines'] {
  return codebook.lines
    .filter((line) => line.themeId === themeId)
    .map(({ id, text }) => ({ id, text }))
    .sort((a, b) => byText(a.text, b.text) || byText(a.id, b.id))
}
