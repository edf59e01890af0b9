import { type Element, type Ink, moved, type Slice } from './slice.ts'

/** The slices of the cover or of one page of the report. */
export interface Chapter {
  title: string
  slices: Slice[]
  /** Shares the sheet that it begins on with no other. */
  alone: boolean
}

export interface FilledSheet {
  /** Placed from the top left of the part that holds the report. */
  inks: Ink[]
  /** The chapters that begin here, and how far down. */
  begins: { title: string; top: number }[]
}

/** A chapter may follow another on a sheet that is filled no further than this. */
const HALF_FILLED = 0.6
/** A sheet that holds no more than this looks forgotten: it is gone on with, and no chapter is parted to end on one. */
const HARDLY_FILLED = 0.2
const BETWEEN_CHAPTERS = 36
const BETWEEN_NOTES = 7
/** White space above the slices, and the depth of the sheet, where a sheet is saved by it. */
const CLOSER = 0.65
const LITTLE_DEEPER = 1.018

/** How far a sheet is filled: the text, and the notes in its margin. */
interface Filled {
  text: number
  notes: number
}
const EMPTY: Filled = { text: 0, notes: 0 }

/** Where a slice and its note come to stand, and how far the sheet is filled then. */
interface Place {
  top: number
  noteTop: number
  after: Filled
}

/** What slices leave on the sheet that they begin on, and on each further one. */
type Poured = { inks: Ink[]; waiting: Ink[]; filled: Filled }[]

/** Chapters onto as many sheets as they need; each on a new one, unless it may well go on where the one before ends. */
export function fillSheets(chapters: readonly Chapter[], depth: number): FilledSheet[] {
  const sheets: FilledSheet[] = []
  let filled: Filled = EMPTY
  for (const [index, chapter] of chapters.entries()) {
    const last = sheets.at(-1)
    const below = { text: end(filled) + BETWEEN_CHAPTERS, notes: 0 }
    const goesOn =
      last && mayShare(chapters[index - 1], chapter, last) && goesOnWell(chapter, below, last, depth)
    const poured = pourWell(chapter.slices, goesOn ? below : EMPTY, depth)
    if (!goesOn) sheets.push({ inks: [], begins: [] })
    sheets.at(-1)?.begins.push({ title: chapter.title, top: goesOn ? below.text : 0 })
    sheets.at(-1)?.inks.push(...(poured[0]?.inks ?? []))
    sheets.push(...poured.slice(1).map(({ inks }) => ({ inks, begins: [] })))
    filled = poured.at(-1)?.filled ?? EMPTY
  }
  return sheets
}

function mayShare(previous: Chapter | undefined, chapter: Chapter, sheet: FilledSheet): boolean {
  return previous !== undefined && !chapter.alone && !standsAlone(previous, sheet)
}

/**
 * The end of a chapter on a sheet of its own is gone on with; a page that begins there is left alone, unless both are
 * short. Where the chapter is parted, something of it must fit here, and more than a little be left for its last sheet, or
 * at least more than stands here.
 */
function goesOnWell(chapter: Chapter, below: Filled, sheet: FilledSheet, depth: number): boolean {
  const filled = (below.text - BETWEEN_CHAPTERS) / depth
  if (filled > HALF_FILLED) return false
  if (fitsClosely(chapter.slices, below, depth)) return true
  if (sheet.begins.length > 0 && filled > HARDLY_FILLED) return false
  const poured = pour(chapter.slices, below, depth)
  const rest = poured.at(-1)?.filled ?? EMPTY
  const savesSheet = poured.length <= pour(chapter.slices, EMPTY, depth).length - 1
  const enoughLeft = end(rest) > Math.min(HARDLY_FILLED, filled) * depth
  return (poured[0]?.inks.length ?? 0) > 0 && (savesSheet || enoughLeft)
}

/** A chapter that would end with next to nothing on its last sheet is set a little closer, where that saves the sheet. */
function pourWell(slices: readonly Slice[], start: Filled, depth: number): Poured {
  const poured = pour(slices, start, depth)
  if (poured.length === 1) return poured
  const hardly = end(poured.at(-1)?.filled ?? EMPTY) <= HARDLY_FILLED * depth
  if (!hardly && !fitsClosely(slices, start, depth)) return poured
  const closer = pour(closeOf(slices), start, depth * LITTLE_DEEPER)
  return closer.length < poured.length ? closer : poured
}

function closeOf(slices: readonly Slice[]): Slice[] {
  return slices.map((slice) => ({ ...slice, before: slice.before * CLOSER }))
}

function fitsClosely(slices: readonly Slice[], start: Filled, depth: number): boolean {
  return fits(closeOf(slices), start, depth * LITTLE_DEEPER)
}

/** Slices one below the other; what belongs together starts a new sheet together. */
function pour(slices: readonly Slice[], start: Filled, depth: number): Poured {
  const sheets: Poured = [{ inks: [], waiting: [], filled: start }]
  const filled = () => sheets.at(-1)?.filled ?? EMPTY
  const startSheet = () => sheets.push({ inks: [], waiting: [], filled: EMPTY })
  const put = (slice: Slice) => {
    const sheet = sheets.at(-1)
    if (!sheet) return
    const { top, noteTop, after } = placeOf(slice, sheet.filled)
    if (!goesOnWith(slice, sheet.inks.at(-1))) sheet.inks.push(...sheet.waiting.splice(0))
    sheet.inks.push(...slice.inks.map((ink) => moved(ink, 0, top)))
    sheet.waiting.push(...(slice.note?.inks ?? []).map((ink) => moved(ink, 0, noteTop)))
    sheet.filled = after
  }
  for (const group of groupsOf(slices)) {
    if (!fits(group, filled(), depth) && fits(group, EMPTY, depth)) startSheet()
    for (const slice of group) {
      if (end(filled()) > 0 && !fits([slice], filled(), depth)) startSheet()
      if (end(filled()) === 0 && slice.repeat) put(slice.repeat)
      put(slice)
    }
  }
  for (const { inks, waiting } of sheets) inks.push(...waiting.splice(0))
  return sheets
}

/** A margin note waits for the end of its paragraph: whoever reads the text in the order of the file is not interrupted. */
function goesOnWith({ inks }: Slice, last: Ink | undefined): boolean {
  const node = last && elementOf(last)
  return Boolean(node) && inks.some((ink) => elementOf(ink) === node)
}

function elementOf(ink: Ink): Element | null {
  return ink.kind === 'rule' ? null : ink.element
}

function standsAlone({ alone, title }: Chapter, sheet: FilledSheet | undefined): boolean {
  return alone && (sheet?.begins.some((begun) => begun.title === title) ?? false)
}

function placeOf(slice: Slice, filled: Filled): Place {
  const start = slice.wide ? Math.max(filled.text, filled.notes) : filled.text
  const top = start === 0 ? 0 : start + slice.before
  const noteTop = Math.max(top, filled.notes)
  const notes = slice.note ? noteTop + slice.note.height + BETWEEN_NOTES : filled.notes
  return { top, noteTop, after: { text: top + slice.height, notes } }
}

function fits(slices: readonly Slice[], filled: Filled, depth: number): boolean {
  const after = slices.reduce((sofar, slice) => placeOf(slice, sofar).after, filled)
  return end(after) <= depth
}

/** Where the sheet is filled to, the white space after the last note left out. */
function end({ text, notes }: Filled): number {
  return Math.max(text, notes - BETWEEN_NOTES)
}

/** Slices up to and with the first that need not keep to its follower. */
function groupsOf(slices: readonly Slice[]): Slice[][] {
  const groups: Slice[][] = [[]]
  for (const slice of slices) {
    groups.at(-1)?.push(slice)
    if (!slice.keep) groups.push([])
  }
  return groups.filter((group) => group.length > 0)
}
