import type { Proposal } from '../proposal.ts'
import type { CodedTheme } from '../theme.ts'
import { type ItemCoding, type LinePair, pairKey } from './item-coding.ts'

/** What one step altered, with what stood there before: read forwards it does the step, backwards it undoes it. */
export interface Change {
  themes: { before: CodedTheme | null; after: CodedTheme | null }[]
  lines: { lineId: string; before: string; after: string }[]
  apart: { added: LinePair[]; removed: LinePair[] }
  proposal: { before: Proposal | null; after: Proposal | null } | null
}

export function changeBetween(before: ItemCoding, after: ItemCoding): Change {
  const was = new Map(before.lines.map((line) => [line.id, line.themeId]))
  return {
    themes: changedThemes(before, after),
    lines: after.lines
      .filter((line) => was.get(line.id) !== line.themeId)
      .map((line) => ({ lineId: line.id, before: was.get(line.id) ?? '', after: line.themeId })),
    apart: { added: without(after.apart, before.apart), removed: without(before.apart, after.apart) },
    proposal: before.proposal === after.proposal ? null : { before: before.proposal, after: after.proposal },
  }
}

export function inverse({ themes, lines, apart, proposal }: Change): Change {
  return {
    themes: themes.map(({ before, after }) => ({ before: after, after: before })),
    lines: lines.map(({ lineId, before, after }) => ({ lineId, before: after, after: before })),
    apart: { added: apart.removed, removed: apart.added },
    proposal: proposal && { before: proposal.after, after: proposal.before },
  }
}

export function applyChange(coding: ItemCoding, change: Change): ItemCoding {
  const gone = new Set(change.themes.map(({ before, after }) => (before ?? after)?.id))
  const themeOf = new Map(change.lines.map(({ lineId, after }) => [lineId, after]))
  const kept = without(coding.apart, change.apart.removed)
  return {
    ...coding,
    themes: [
      ...coding.themes.filter(({ id }) => !gone.has(id)),
      ...change.themes.flatMap(({ after }) => after ?? []),
    ],
    lines: coding.lines.map((line) => ({ ...line, themeId: themeOf.get(line.id) ?? line.themeId })),
    apart: [...kept, ...change.apart.added],
    proposal: change.proposal ? change.proposal.after : coding.proposal,
  }
}

export function isNoChange({ themes, lines, apart, proposal }: Change): boolean {
  return themes.length + lines.length + apart.added.length + apart.removed.length === 0 && proposal === null
}

function changedThemes(before: ItemCoding, after: ItemCoding): Change['themes'] {
  const was = new Map(before.themes.map((theme) => [theme.id, theme]))
  const is = new Map(after.themes.map((theme) => [theme.id, theme]))
  const gone = before.themes.filter(({ id }) => !is.has(id)).map((theme) => ({ before: theme, after: null }))
  const altered = after.themes
    .filter((theme) => !isSame(was.get(theme.id), theme))
    .map((theme) => ({ before: was.get(theme.id) ?? null, after: theme }))
  return [...gone, ...altered]
}

function isSame(a: CodedTheme | undefined, b: CodedTheme): boolean {
  return (
    a?.name === b.name &&
    a.definition === b.definition &&
    a.state === b.state &&
    a.coder === b.coder &&
    a.decidedOn === b.decidedOn &&
    a.knownId === b.knownId
  )
}

function without(pairs: readonly LinePair[], taken: readonly LinePair[]): LinePair[] {
  const keys = new Set(taken.map(pairKey))
  return pairs.filter((pair) => !keys.has(pairKey(pair)))
}
