import type { Comparison } from './comparison.ts'
import type { Random } from './random.ts'
import { fillWithRandomThemes } from './random-list.ts'
import type { Draw } from './redraw.ts'
import {
  cellOf,
  deepen,
  emptyThemeCounts,
  overlapOfGroups,
  selfOverlap,
  type ThemeCounts,
  type ThemeLayout,
} from './theme-counts.ts'

export type ListComparison = Extract<Comparison, { kind: 'lists' }>
export type Lists = readonly (readonly number[] | null)[]

/** One level of a draw: its real lists never change, what came up and the imaginary lists do. */
export interface ListCount {
  layout: ThemeLayout
  lengths: Int32Array
  /** Where each theme of each person's list is counted, `layout.longest` places a person. */
  cells: Int32Array
  themes: ThemeCounts
  imaginary: Int32Array
  /** People by length of list, and the sum of their squared weights. */
  ofLength: Float64Array
  squares: Float64Array
  selves: Float64Array
}

/** `drawnLength`: the length of the imaginary lists, where there are any. */
export function emptyListCount(layout: ThemeLayout, lists: Lists, drawnLength = 0): ListCount {
  const { longest } = layout
  const lengths = Int32Array.from(lists, (list) => list?.length ?? 0)
  const cells = new Int32Array(lists.length * longest)
  lists.forEach((list, person) => {
    list?.forEach((theme, rank) => {
      cells[person * longest + rank] = cellOf(layout, theme, list.length, rank)
    })
  })
  return {
    layout,
    lengths,
    cells,
    themes: emptyThemeCounts(layout, [...lengths, drawnLength]),
    imaginary: new Int32Array(drawnLength),
    ofLength: new Float64Array(longest + 1),
    squares: new Float64Array(longest + 1),
    selves: Float64Array.from({ length: longest + 1 }, (_, length) => selfOverlap(layout, length)),
  }
}

/** Counts the people of a draw, and as many imaginary ones as it has. */
export function countLists(tally: ListCount, draw: Draw, random: Random): void {
  takeInPeople(tally, draw)
  takeInImaginary(tally, draw.imaginary, random)
  deepen(tally.layout, tally.themes)
}

/** Counts the people of a draw. */
export function countPeople(tally: ListCount, draw: Draw): void {
  takeInPeople(tally, draw)
  deepen(tally.layout, tally.themes)
}

function takeInPeople(tally: ListCount, { weightOf, drawn, distinct }: Draw): void {
  const { lengths, cells, ofLength, squares } = tally
  const { longest } = tally.layout
  const { lists } = tally.themes
  lists.fill(0)
  ofLength.fill(0)
  squares.fill(0)
  for (let place = 0; place < distinct; place++) {
    const person = drawn[place] as number
    const length = lengths[person] as number
    const weight = weightOf[person] as number
    ofLength[length] = (ofLength[length] as number) + weight
    squares[length] = (squares[length] as number) + weight * weight
    const start = person * longest
    for (let at = start; at < start + length; at++) {
      const cell = cells[at] as number
      lists[cell] = (lists[cell] as number) + weight
    }
  }
}

function takeInImaginary(tally: ListCount, copies: number, random: Random): void {
  const { layout, imaginary, themes, ofLength, squares } = tally
  const { length } = imaginary
  for (let copy = 0; copy < copies; copy++) {
    fillWithRandomThemes(imaginary, length, layout.catalogue, random)
    for (let rank = 0; rank < length; rank++) {
      const cell = cellOf(layout, imaginary[rank] as number, length, rank)
      themes.lists[cell] = (themes.lists[cell] as number) + 1
    }
  }
  ofLength[length] = (ofLength[length] as number) + copies
  squares[length] = (squares[length] as number) + copies
}

/** Overlap over the pairs of different people. */
export function overlapWithin({ layout, themes, squares, selves }: ListCount): number {
  let overlap = overlapOfGroups(layout, themes, themes)
  for (let length = 1; length < squares.length; length++) {
    overlap -= (squares[length] as number) * (selves[length] as number)
  }
  return overlap / 2
}

export function overlapAcross(a: ListCount, b: ListCount): number {
  return overlapOfGroups(a.layout, a.themes, b.themes)
}
