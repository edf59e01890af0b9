import type { Certainty, Proposal, ProposedGroup } from '../proposal.ts'
import type { CodedLine, CodedTheme } from '../theme.ts'
import { changedWords, type ReadWord } from './changed-words.ts'
import { type ItemCoding, linePair, linesByTheme, pairKey } from './item-coding.ts'

/** What the coding bench shows of one item: no names, no levels, nothing of who wrote what. */
export interface BenchView {
  /** Proposed groups that wait for a yes or a no, the surest first. */
  groups: { certainty: Certainty; themes: BenchTheme[] }[]
  /** Two themes that may be one. */
  joins: Join[]
  /** Lines that nothing was grouped with. */
  loose: LooseLine[]
  confirmed: BenchTheme[]
  unknownTerms: { term: string; lines: number }[]
}

export interface BenchTheme {
  id: string
  name: string
  definition: string
  lines: BenchLine[]
  keywords: string[]
  /** Lines of the group that seem to say the opposite. */
  opposed: { lineIds: string[]; why: string } | null
  /** Whether it carries on a theme of an earlier round. */
  known: boolean
}

export interface BenchLine {
  id: string
  text: string
  /** Null where the machine read what is written. */
  read: ReadWord[] | null
}

export interface LooseLine extends BenchTheme {
  /** The nearest first, three at most. */
  nearest: { themeId: string; name: string }[]
}

export interface Join {
  themes: [JoinSide, JoinSide]
  why: string
  samePerson: boolean
}

export interface JoinSide {
  id: string
  name: string
  texts: string[]
}

const MOST_JOINS = 10
const MOST_NEAREST = 3
const CERTAINTIES: readonly Certainty[] = ['very-likely', 'likely', 'maybe']
const byText = new Intl.Collator('en', { numeric: true }).compare

/** Largest first, lines by wording: neither order tells anything of the people. */
export function benchView(coding: ItemCoding): BenchView {
  const desk = deskOf(coding)
  const themes = coding.themes
    .map((theme) => ({ theme, shown: benchTheme(theme, desk) }))
    .sort((a, b) => b.shown.lines.length - a.shown.lines.length || byText(a.shown.name, b.shown.name))
  const open = themes.filter(({ theme }) => theme.state === 'proposed')
  const groups = open.filter(({ shown }) => shown.lines.length > 1)
  const certaintyOf = ({ theme }: { theme: CodedTheme }) => groupOf(theme, desk)?.certainty ?? 'likely'
  return {
    groups: CERTAINTIES.map((certainty) => ({
      certainty,
      themes: groups.filter((group) => certaintyOf(group) === certainty).map(({ shown }) => shown),
    })).filter((part) => part.themes.length > 0),
    joins: joinsOf(coding, desk),
    loose: open
      .filter(({ shown }) => shown.lines.length === 1)
      .map(({ shown }) => ({ ...shown, nearest: nearestTo(shown, desk) })),
    confirmed: themes.filter(({ theme }) => theme.state === 'confirmed').map(({ shown }) => shown),
    unknownTerms: desk.proposal?.unknownTerms ?? [],
  }
}

/** The coding with what is looked up in it often. */
interface Desk {
  lines: Map<string, CodedLine[]>
  themes: Map<string, CodedTheme>
  themeOf: Map<string, string>
  apart: Set<string>
  readings: Map<string, string>
  groupOfLine: Map<string, ProposedGroup>
  nearest: Map<string, string[][]>
  proposal: Proposal | null
}

function deskOf(coding: ItemCoding): Desk {
  const { proposal } = coding
  return {
    lines: linesByTheme(coding),
    themes: new Map(coding.themes.map((theme) => [theme.id, theme])),
    themeOf: new Map(coding.lines.map((line) => [line.id, line.themeId])),
    apart: new Set(coding.apart.map(pairKey)),
    readings: new Map(proposal?.readings.map(({ lineId, read }) => [lineId, read])),
    groupOfLine: new Map(
      proposal?.groups.flatMap((group) => group.lineIds.map((id) => [id, group] as const)),
    ),
    nearest: new Map(proposal?.nearest.map((entry) => [entry.lineId, entry.groups.map((g) => g.lineIds)])),
    proposal,
  }
}

function benchTheme(theme: CodedTheme, desk: Desk): BenchTheme {
  const lines = desk.lines.get(theme.id) ?? []
  const group = groupOf(theme, desk)
  const opposed = group?.opposed?.lineIds.filter((id) => desk.themeOf.get(id) === theme.id) ?? []
  return {
    id: theme.id,
    name: theme.name,
    definition: theme.definition,
    lines: lines
      .map(({ id, text }) => ({ id, text, read: readingOf(id, text, desk) }))
      .sort((a, b) => byText(a.text, b.text) || byText(a.id, b.id)),
    keywords: group && lines.length > 1 ? group.keywords : [],
    opposed:
      theme.state === 'proposed' && group?.opposed && opposed.length > 0 && opposed.length < lines.length
        ? { lineIds: opposed, why: group.opposed.why }
        : null,
    known: theme.knownId !== null,
  }
}

/** The machine's group that all lines of a theme come from, if they come from one. */
function groupOf(theme: CodedTheme, desk: Desk): ProposedGroup | null {
  const groups = new Set((desk.lines.get(theme.id) ?? []).map(({ id }) => desk.groupOfLine.get(id)))
  return (groups.size === 1 && [...groups][0]) || null
}

function readingOf(id: string, text: string, desk: Desk): ReadWord[] | null {
  const read = desk.readings.get(id)
  const words = read === undefined ? [] : changedWords(text, read)
  return words.some(({ changed }) => changed) ? words : null
}

/** Of the suggestions that are still open, the surest: between two themes that nobody has kept apart. */
function joinsOf(coding: ItemCoding, desk: Desk): Join[] {
  const joins = new Map<string, Join>()
  const surest = [...(coding.proposal?.suggestions ?? [])].sort((a, b) => b.confidence - a.confidence)
  for (const { lineIds, why, samePerson } of surest) {
    const [a, b] = [mainTheme(lineIds[0], desk), mainTheme(lineIds[1], desk)]
    if (!a || !b || a === b || joins.size >= MOST_JOINS || areApart(a, b, desk)) continue
    const settled = [a, b].every((id) => desk.themes.get(id)?.state === 'confirmed' && isAlone(id, desk))
    const shownBelow = !samePerson && [a, b].some((id) => offersNearest(id, desk))
    const key = pairKey(linePair(a, b))
    if (!settled && !shownBelow && !joins.has(key))
      joins.set(key, { themes: [sideOf(a, desk), sideOf(b, desk)], why, samePerson })
  }
  return [...joins.values()]
}

function sideOf(themeId: string, desk: Desk): JoinSide {
  const texts = (desk.lines.get(themeId) ?? []).map(({ text }) => text).sort(byText)
  return { id: themeId, name: desk.themes.get(themeId)?.name ?? '', texts }
}

function nearestTo(loose: BenchTheme, desk: Desk): LooseLine['nearest'] {
  const near = (desk.nearest.get(loose.lines[0]?.id ?? '') ?? []).map((lineIds) => mainTheme(lineIds, desk))
  return [...new Set(near)]
    .filter((id): id is string => id !== null && id !== loose.id && !areApart(loose.id, id, desk))
    .slice(0, MOST_NEAREST)
    .map((themeId) => ({ themeId, name: desk.themes.get(themeId)?.name ?? '' }))
}

/** The theme in which most of the lines are by now. */
function mainTheme(lineIds: readonly string[], desk: Desk): string | null {
  const counts = new Map<string, number>()
  for (const id of lineIds) {
    const themeId = desk.themeOf.get(id)
    if (themeId) counts.set(themeId, (counts.get(themeId) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function areApart(a: string, b: string, desk: Desk): boolean {
  const others = desk.lines.get(b) ?? []
  return (desk.lines.get(a) ?? []).some(({ id }) =>
    others.some((other) => desk.apart.has(pairKey(linePair(id, other.id)))),
  )
}

/** A line alone that waits for a decision offers its own nearest. */
function offersNearest(themeId: string, desk: Desk): boolean {
  const [line] = desk.lines.get(themeId) ?? []
  return (
    isAlone(themeId, desk) &&
    desk.themes.get(themeId)?.state === 'proposed' &&
    (desk.nearest.get(line?.id ?? '')?.length ?? 0) > 0
  )
}

function isAlone(themeId: string, desk: Desk): boolean {
  return desk.lines.get(themeId)?.length === 1
}
