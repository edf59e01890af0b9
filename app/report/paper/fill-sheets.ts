import { type Ink, moved, type Slice } from './slice.ts'

/** The slices of the cover or of one page of the report. */
export interface Chapter {
  title: string
  slices: Slice[]
  /** Shares its sheet with no other. */
  alone: boolean
}

export interface FilledSheet {
  /** Placed from the top left of the part that holds the report. */
  inks: Ink[]
  /** Titles of the chapters that begin here. */
  begins: string[]
}

/** A chapter follows another on the same sheet where that is filled no further than this and the rest holds it whole. */
const HALF_FILLED = 0.5
/** A sheet that holds no more than this, such as the end of a table, is gone on with in any case. */
const HARDLY_FILLED = 0.25
const BETWEEN_CHAPTERS = 56
const BETWEEN_NOTES = 7

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

/** Slices onto as many sheets as they need, one below the other; what belongs together starts a new sheet together. */
export function fillSheets(chapters: readonly Chapter[], depth: number): FilledSheet[] {
  const sheets: FilledSheet[] = []
  let filled: Filled = EMPTY
  const startSheet = () => {
    sheets.push({ inks: [], begins: [] })
    filled = EMPTY
  }
  const put = (slice: Slice) => {
    const { top, noteTop, after } = placeOf(slice, filled)
    const inks = sheets.at(-1)?.inks
    inks?.push(...slice.inks.map((ink) => moved(ink, 0, top)))
    inks?.push(...(slice.note?.inks ?? []).map((ink) => moved(ink, 0, noteTop)))
    filled = after
  }
  for (const [index, chapter] of chapters.entries()) {
    const previous = chapters[index - 1]
    const below = { text: end(filled) + BETWEEN_CHAPTERS, notes: 0 }
    const mayShare = previous && !previous.alone && !chapter.alone
    const most = fits(chapter.slices, below, depth) ? HALF_FILLED : HARDLY_FILLED
    if (mayShare && end(filled) <= depth * most) filled = below
    else startSheet()
    sheets.at(-1)?.begins.push(chapter.title)
    for (const group of groupsOf(chapter.slices)) {
      if (!fits(group, filled, depth) && fits(group, EMPTY, depth)) startSheet()
      for (const slice of group) {
        if (end(filled) > 0 && !fits([slice], filled, depth)) startSheet()
        if (end(filled) === 0 && slice.repeat) put(slice.repeat)
        put(slice)
      }
    }
  }
  return sheets
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
