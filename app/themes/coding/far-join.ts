import type { Change } from './change.ts'
import { type ItemCoding, linesByTheme } from './item-coding.ts'

/** A line that a person has just put where the machine would not have: a word in it may stand for something. */
export interface FarJoin {
  text: string
  themeName: string
  /** A guess at the word that the machine did not know. */
  term: string
}

const SHORT_FORM = /^(?=.*\p{Lu})[\p{Lu}\p{N}&/+-]{2,6}s?$/u

export function farJoin(coding: ItemCoding, change: Change): FarJoin | null {
  const { proposal } = coding
  if (!proposal || change.proposal) return null
  const moved = new Set(change.lines.map(({ lineId }) => lineId))
  const themes = linesByTheme(coding)
  for (const { lineId, after } of change.lines) {
    const others = (themes.get(after) ?? []).filter(({ id }) => !moved.has(id)).map(({ id }) => id)
    const line = coding.lines.find(({ id }) => id === lineId)
    if (!line || line.themeId !== after || others.length === 0 || wereNear(proposal, lineId, others)) continue
    const texts = [line.text, ...(themes.get(after) ?? []).map(({ text }) => text)]
    const words = texts.flatMap((text) => text.split(/[^\p{L}\p{N}&/+-]+/u))
    const name = coding.themes.find(({ id }) => id === after)?.name ?? ''
    return { text: line.text, themeName: name, term: words.find((word) => SHORT_FORM.test(word)) ?? '' }
  }
  return null
}

/** Whether the machine had the line with one of the others: in a group, among the nearest, or as a suggestion. */
function wereNear(proposal: NonNullable<ItemCoding['proposal']>, lineId: string, others: string[]): boolean {
  const near = (lineIds: readonly string[]) => others.some((id) => lineIds.includes(id))
  const grouped = proposal.groups.some(({ lineIds }) => lineIds.includes(lineId) && near(lineIds))
  const nearest = proposal.nearest.some(
    (entry) => entry.lineId === lineId && entry.groups.some(({ lineIds }) => near(lineIds)),
  )
  const suggested = proposal.suggestions.some(
    ({ lineIds: [a, b] }) => (a.includes(lineId) && near(b)) || (b.includes(lineId) && near(a)),
  )
  return grouped || nearest || suggested
}
