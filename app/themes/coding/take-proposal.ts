import type { Proposal, ProposedGroup, Suggestion } from '../proposal.ts'
import { type CodedLine, type CodedTheme, proposedTheme } from '../theme.ts'
import type { ItemCoding } from './item-coding.ts'

/**
 * Lays a new proposal over what stands. Confirmed themes stay as they are: lines that the machine would put with one of
 * them become a group of their own, and joining the two is suggested. All other lines are grouped anew.
 */
export function takeProposal(coding: ItemCoding, proposal: Proposal, newId: () => string): ItemCoding {
  const confirmed = coding.themes.filter(({ state }) => state === 'confirmed')
  const settled = new Set(confirmed.map(({ id }) => id))
  const lineOf = new Map(coding.lines.map((line) => [line.id, line]))
  const isHeld = (id: string) => settled.has(lineOf.get(id)?.themeId ?? '')
  const places = new Map<string, string>()
  const themes: CodedTheme[] = []
  const joins: Suggestion[] = []
  const free = new Set(coding.themes.map(({ id }) => id).filter((id) => !settled.has(id)))
  for (const group of proposal.groups) {
    const known = group.lineIds.filter((id) => lineOf.has(id))
    const open = known.filter((id) => !isHeld(id))
    if (open.length === 0) continue
    const theme = themeFor(coding, group, open, free, newId)
    themes.push(theme)
    for (const id of open) places.set(id, theme.id)
    const held = known.filter(isHeld)
    if (held.length > 0) joins.push(joinWith(open, held, group))
  }
  const lines = coding.lines.map((line) => ({ ...line, themeId: places.get(line.id) ?? line.themeId }))
  const passedOver = coding.themes.filter(
    ({ id }) => free.has(id) && lines.some((line) => line.themeId === id),
  )
  return {
    ...coding,
    themes: [...confirmed, ...themes, ...passedOver],
    lines,
    proposal: { ...proposal, suggestions: [...joins, ...proposal.suggestions] },
  }
}

/** A theme that most of the lines come from goes on; what a person has typed for it is kept. */
function themeFor(
  coding: ItemCoding,
  group: ProposedGroup,
  open: readonly string[],
  free: Set<string>,
  newId: () => string,
): CodedTheme {
  const former = mostOf(coding.lines, open)
  const kept = former && free.delete(former) ? coding.themes.find(({ id }) => id === former) : undefined
  const fresh = { id: kept?.id ?? newId(), itemId: coding.itemId, name: group.name }
  const { knownId } = group
  return kept?.coder ? { ...kept, knownId: kept.knownId ?? knownId } : { ...proposedTheme(fresh), knownId }
}

function mostOf(lines: readonly CodedLine[], ids: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const line of lines)
    if (ids.includes(line.id)) counts.set(line.themeId, (counts.get(line.themeId) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most && most[1] * 2 > ids.length ? most[0] : null
}

function joinWith(open: string[], held: string[], { confidence, keywords }: ProposedGroup): Suggestion {
  const why = keywords.length > 0 ? `both speak of ${keywords.join(', ')}` : 'read as one group'
  return { lineIds: [open, held], confidence, why, samePerson: false }
}
