import { emptyScene, hairline, LABEL, SMALL, STRONG, scene, textAt, textBlock } from './marks.ts'
import type { Mark, Scene } from './scene.ts'
import { textWidth, wrapText } from './text-width.ts'

/** Whether both sides know of it; null where that may not be told. */
export type PairState = 'acknowledged' | 'orphan' | 'unasked' | null

/** One department waiting for another. */
export interface DependencyCell {
  waiting: string
  provider: string
  people: number
  /** The count as it may be said: "5 of 23". */
  shown: string
  state: PairState
}

const LABEL_SHARE = 0.3
const ROW = 24
const LARGEST_DOT = 10
const SMALLEST_DOT = 6.5
const WIDEST_COLUMN = 84
/** A name over a column may take this many lines; where one needs more, all are cut short and carry the numbers of their rows. */
const NAME_LINES = 2
const NARROWEST_WITH_NAME = 34

const STATE_WORDS: Record<Exclude<PairState, null>, string> = {
  acknowledged: 'both sides name it',
  orphan: 'the one that must provide does not name it',
  unasked: 'only the one that must provide names it',
}

/**
 * Who waits (rows) for whom (columns): a dot with the number of people who name it, the larger the more. Where it may be told,
 * filled means that both sides name it, a ring that the provider does not, a broken ring that only the provider does.
 */
export function dependencyMatrix(
  departments: readonly string[],
  cells: readonly DependencyCell[],
  width: number,
  title: string,
): Scene {
  if (departments.length < 2 || cells.length === 0) return emptyScene(width, title)
  const left = width * LABEL_SHARE
  const column = Math.min(WIDEST_COLUMN, (width - left) / departments.length)
  const named = namesThatFit(departments, column)
  const header = headerMarks(departments, named, left, column)
  const marks = header.marks
  const grid = departments.map((_, at) => left + (at + 0.5) * column)
  let top = header.height
  departments.forEach((waiting, row) => {
    const own = cells.filter((cell) => cell.waiting === waiting)
    const lines = wrapText(named ? waiting : `${row + 1} ${waiting}`, left - 12, { ...LABEL, mostLines: 2 })
    const height = Math.max(ROW, lines.length * LABEL.leading + 6)
    const middle = top + height / 2
    marks.push(hairline(0, top, left + column * departments.length, top))
    marks.push(...textBlock(lines, 0, middle - (lines.length * LABEL.leading) / 2, LABEL))
    marks.push(...selfMark(left + (row + 0.5) * column, middle))
    for (const cell of own) {
      const place = departments.indexOf(cell.provider)
      if (place >= 0)
        marks.push(...dotMarks(cell, left + (place + 0.5) * column, middle, column, mostPeople(cells)))
    }
    top += height
  })
  marks.push(hairline(0, top, left + column * departments.length, top))
  const key = keyMarks(cells, width, top + 8)
  return scene({
    width,
    height: top + 8 + key.height,
    title,
    desc: describe(cells),
    marks: [...grid.map((x) => hairline(x, header.height, x, top)), ...marks, ...key.marks],
  })
}

function mostPeople(cells: readonly DependencyCell[]): number {
  return Math.max(1, ...cells.map(({ people }) => people))
}

/** Names in lines where each stands over its column without being cut within a word; else null. */
function namesThatFit(departments: readonly string[], column: number): string[][] | null {
  const names = departments.map((name) => wrapText(name, column - 6, { ...SMALL, mostLines: NAME_LINES }))
  const whole = names.every((lines, at) => lines.join(' ') === departments[at]?.split(/\s+/).join(' '))
  return whole ? names : null
}

function headerMarks(departments: readonly string[], named: string[][] | null, left: number, column: number) {
  const headings = named ?? departments.map((name, at) => [String(at + 1), ...cutName(name, column)])
  const lines = Math.max(...headings.map(({ length }) => length))
  const namesTop = STRONG.leading + 4
  const marks: Mark[] = [
    ...textBlock(['Who waits'], 0, namesTop + (lines - 1) * SMALL.leading, STRONG),
    ...textBlock(['Must provide it'], left, 0, STRONG),
  ]
  headings.forEach((heading, at) => {
    const first = namesTop + (lines - heading.length) * SMALL.leading
    marks.push(...textBlock(heading, left + (at + 0.5) * column, first, { ...SMALL, anchor: 'middle' }))
  })
  return { marks, height: namesTop + lines * SMALL.leading + 4 }
}

/** The beginning of each word, as far as the column allows; the row says the whole name. Too narrow a column has the number only. */
function cutName(name: string, column: number): string[] {
  if (column < NARROWEST_WITH_NAME) return []
  const lines = wrapText(name, column - 4, { ...SMALL, mostLines: NAME_LINES })
  const words = name.split(/\s+/)
  if (lines.every((line) => line.split(' ').every((word) => words.includes(word)))) return lines
  return words.slice(0, NAME_LINES).flatMap((word) => wrapText(word, column - 4, { ...SMALL, mostLines: 1 }))
}

/** Nobody waits for themselves: a short stroke keeps the diagonal to be seen. */
function selfMark(x: number, y: number): Mark[] {
  return [hairline(x - 3, y + 3, x + 3, y - 3)]
}

function dotMarks(
  { people, state }: DependencyCell,
  x: number,
  y: number,
  column: number,
  most: number,
): Mark[] {
  const room = Math.min(LARGEST_DOT, column / 2 - 1.5)
  const r = Math.min(room, Math.max(SMALLEST_DOT, LARGEST_DOT * Math.sqrt(people / most)))
  const words = textAt(String(people), x, y, {
    ...SMALL,
    weight: 'semibold',
    anchor: 'middle',
    fill: state === 'acknowledged' ? 'paper' : 'ink',
  })
  return [stateMark(state, x, y, r), ...words]
}

function stateMark(state: PairState, cx: number, cy: number, r: number): Mark {
  if (state === 'acknowledged') return { kind: 'circle', cx, cy, r, fill: 'senior' }
  if (state === null) return { kind: 'circle', cx, cy, r, fill: 'hairline' }
  const ring: Mark = { kind: 'circle', cx, cy, r: r - 0.6, fill: 'paper', stroke: 'ink', strokeWidth: 1.2 }
  return state === 'unasked' ? { ...ring, dash: [2, 1.6] } : ring
}

/** What the number is, and the kinds of dot that occur. */
function keyMarks(cells: readonly DependencyCell[], width: number, top: number) {
  const states = (['acknowledged', 'orphan', 'unasked'] as const).filter((state) =>
    cells.some((cell) => cell.state === state),
  )
  const marks: Mark[] = []
  let [x, y] = [0, top]
  for (const state of states) {
    const words = STATE_WORDS[state]
    const needed = 14 + textWidth(words, SMALL.size)
    if (x > 0 && x + needed > width) [x, y] = [0, y + SMALL.leading + 2]
    marks.push(stateMark(state, x + 5, y + SMALL.leading / 2, 4.2), ...textBlock([words], x + 14, y, SMALL))
    x += needed + 14
  }
  return { marks, height: states.length === 0 ? 0 : y - top + SMALL.leading + 2 }
}

function describe(cells: readonly DependencyCell[]): string {
  return cells
    .map(({ waiting, provider, shown, state }) => {
      const known = state ? `, ${STATE_WORDS[state]}` : ''
      return `${waiting} waits for ${provider}: named by ${shown}${known}.`
    })
    .join(' ')
}
