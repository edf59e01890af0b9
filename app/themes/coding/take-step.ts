import { type CodedTheme, proposedTheme } from '../theme.ts'
import type { CodingAct, CodingStep, Hand, ThemeWording } from './coding-step.ts'
import { crossPairs, type ItemCoding, type LinePair, linesByTheme, pairKey } from './item-coding.ts'

export type StepTaken = { ok: true; coding: ItemCoding } | { ok: false; error: string }

export const STALE = 'The themes have changed since this page was opened. Here they are as they are now.'

/** Carries out one step of the bench. Whatever a person has put together, or kept, counts as confirmed from then on. */
export function takeStep(coding: ItemCoding, step: CodingStep, hand: Hand): StepTaken {
  if (!refersTo(coding, step)) return { ok: false, error: STALE }
  return { ok: true, coding: act(reworded(coding, step.wordings, hand), step, hand) }
}

function act(coding: ItemCoding, step: CodingAct, hand: Hand): ItemCoding {
  switch (step.kind) {
    case 'accept':
      return confirm(coding, step.themeIds, hand)
    case 'reject':
      return scatter(
        apartFromEachOther(coding, linesIn(coding, step.themeId)),
        linesIn(coding, step.themeId),
        hand,
      )
    case 'merge':
      return merge(coding, step.themeIds, hand)
    case 'apart':
      return keepApart(coding, linesIn(coding, step.themeIds[0]), linesIn(coding, step.themeIds[1]))
    case 'move':
      return step.themeId
        ? gather(coding, step.lineIds, step.themeId, hand)
        : gatherAnew(coding, step.lineIds, step.name, hand)
    case 'take-out':
      return scatter(parted(coding, step.lineIds, hand), step.lineIds, hand)
    case 'split':
      return gatherAnew(coding, step.lineIds, plainest(coding, step.lineIds), hand)
    case 'rename':
      return coding
  }
}

function confirm(coding: ItemCoding, themeIds: readonly string[], hand: Hand): ItemCoding {
  const meant = new Set(themeIds)
  return withThemes(coding, (theme) => (meant.has(theme.id) ? decided(theme, hand) : theme))
}

function gatherAnew(coding: ItemCoding, lineIds: readonly string[], name: string, hand: Hand): ItemCoding {
  const theme = proposedTheme({ id: hand.newId(), itemId: coding.itemId, name })
  return gather({ ...coding, themes: [...coding.themes, theme] }, lineIds, theme.id, hand)
}

/** Puts lines into a theme, which is confirmed by that. */
function gather(coding: ItemCoding, lineIds: readonly string[], themeId: string, hand: Hand): ItemCoding {
  const here = new Set(linesIn(coding, themeId))
  const coming = lineIds.filter((id) => !here.has(id))
  const moved = assign(parted(coding, coming, hand), new Map(coming.map((id) => [id, themeId])))
  return confirm(apartNoMore(moved, linesIn(moved, themeId)), [themeId], hand)
}

/** The largest confirmed theme takes the others in; where none is confirmed, the largest. */
function merge(coding: ItemCoding, themeIds: readonly string[], hand: Hand): ItemCoding {
  const sizes = linesByTheme(coding)
  const size = (theme: CodedTheme) => sizes.get(theme.id)?.length ?? 0
  const weight = (theme: CodedTheme) => size(theme) + (theme.state === 'confirmed' ? coding.lines.length : 0)
  const merged = coding.themes.filter(({ id }) => themeIds.includes(id)).sort((a, b) => weight(b) - weight(a))
  const [first] = merged
  if (!first) return coding
  const definition = merged.map((theme) => theme.definition).find(Boolean) ?? ''
  const knownId = merged.map((theme) => theme.knownId).find(Boolean) ?? null
  const lineIds = merged.flatMap(({ id }) => linesIn(coding, id))
  const whole = gather(coding, lineIds, first.id, hand)
  return withThemes(whole, (theme) => (theme.id === first.id ? { ...theme, definition, knownId } : theme))
}

/** Each line to a theme of its own, unless it is alone already. */
function scatter(coding: ItemCoding, lineIds: readonly string[], hand: Hand): ItemCoding {
  const left = new Map([...linesByTheme(coding)].map(([themeId, lines]) => [themeId, lines.length]))
  const themes: CodedTheme[] = []
  const places = new Map<string, string>()
  for (const line of coding.lines.filter(({ id }) => lineIds.includes(id))) {
    const company = left.get(line.themeId) ?? 0
    if (company < 2) continue
    left.set(line.themeId, company - 1)
    const theme = proposedTheme({ id: hand.newId(), itemId: coding.itemId, name: line.text })
    themes.push(theme)
    places.set(line.id, theme.id)
  }
  const loose = assign({ ...coding, themes: [...coding.themes, ...themes] }, places)
  return withThemes(loose, (theme) => asLoose(theme, loose, lineIds))
}

/** Of a group that was taken apart, one line stays where it was: alone, and no longer under the group's name. */
function asLoose(theme: CodedTheme, coding: ItemCoding, scattered: readonly string[]): CodedTheme {
  const lines = coding.lines.filter(({ themeId }) => themeId === theme.id)
  const [only] = lines
  if (!only || lines.length > 1 || !scattered.includes(only.id)) return theme
  return proposedTheme({ id: theme.id, itemId: theme.itemId, name: only.text })
}

/** Lines that leave a group are apart from those that stay, and what stays as a group has been looked at. */
function parted(coding: ItemCoding, leaving: readonly string[], hand: Hand): ItemCoding {
  const gone = new Set(leaving)
  const pairs: LinePair[] = []
  const kept: string[] = []
  for (const [themeId, lines] of linesByTheme(coding)) {
    const goes = lines.filter(({ id }) => gone.has(id)).map(({ id }) => id)
    const stays = lines.filter(({ id }) => !gone.has(id)).map(({ id }) => id)
    if (goes.length === 0 || stays.length === 0) continue
    pairs.push(...crossPairs(goes, stays))
    if (stays.length > 1) kept.push(themeId)
  }
  return confirm(withApart(coding, pairs), kept, hand)
}

function keepApart(coding: ItemCoding, some: readonly string[], others: readonly string[]): ItemCoding {
  return withApart(coding, crossPairs(some, others))
}

function apartFromEachOther(coding: ItemCoding, lineIds: readonly string[]): ItemCoding {
  return withApart(
    coding,
    lineIds.flatMap((id, index) => crossPairs([id], lineIds.slice(index + 1))),
  )
}

function apartNoMore(coding: ItemCoding, lineIds: readonly string[]): ItemCoding {
  const joined = new Set(lineIds)
  return { ...coding, apart: coding.apart.filter(([a, b]) => !(joined.has(a) && joined.has(b))) }
}

function withApart(coding: ItemCoding, pairs: readonly LinePair[]): ItemCoding {
  const known = new Set(coding.apart.map(pairKey))
  const fresh = pairs.filter((pair) => !known.has(pairKey(pair)))
  return fresh.length === 0 ? coding : { ...coding, apart: [...coding.apart, ...fresh] }
}

/** Lines to their new places; a theme that nobody is left in goes. */
function assign(coding: ItemCoding, places: ReadonlyMap<string, string>): ItemCoding {
  const lines = coding.lines.map((line) => ({ ...line, themeId: places.get(line.id) ?? line.themeId }))
  const used = new Set(lines.map(({ themeId }) => themeId))
  return { ...coding, lines, themes: coding.themes.filter(({ id }) => used.has(id)) }
}

function reworded(coding: ItemCoding, wordings: readonly ThemeWording[], hand: Hand): ItemCoding {
  const typed = new Map(wordings.map((wording) => [wording.themeId, wording]))
  return withThemes(coding, (theme) => {
    const name = typed.get(theme.id)?.name ?? theme.name
    const definition = typed.get(theme.id)?.definition ?? theme.definition
    if (name === theme.name && definition === theme.definition) return theme
    return { ...theme, name, definition, coder: hand.coder, decidedOn: hand.on }
  })
}

function decided(theme: CodedTheme, hand: Hand): CodedTheme {
  return { ...theme, state: 'confirmed', coder: hand.coder, decidedOn: hand.on }
}

function withThemes(coding: ItemCoding, map: (theme: CodedTheme) => CodedTheme): ItemCoding {
  return { ...coding, themes: coding.themes.map(map) }
}

function linesIn(coding: ItemCoding, themeId: string): string[] {
  return coding.lines.filter((line) => line.themeId === themeId).map(({ id }) => id)
}

/** The shortest line of two words or more names a group that a person made, until somebody types a better name. */
function plainest(coding: ItemCoding, lineIds: readonly string[]): string {
  const texts = coding.lines.filter(({ id }) => lineIds.includes(id)).map(({ text }) => text)
  const worded = texts.filter((text) => text.includes(' '))
  return (worded.length > 0 ? worded : texts).reduce((a, b) => (b.length < a.length ? b : a), texts[0] ?? '')
}

function refersTo(coding: ItemCoding, step: CodingAct): boolean {
  const themes = new Set(coding.themes.map(({ id }) => id))
  const lines = new Set(coding.lines.map(({ id }) => id))
  const meant = 'themeIds' in step ? step.themeIds : 'themeId' in step && step.themeId ? [step.themeId] : []
  const ticked = 'lineIds' in step ? step.lineIds : []
  return meant.every((id) => themes.has(id)) && ticked.every((id) => lines.has(id))
}
