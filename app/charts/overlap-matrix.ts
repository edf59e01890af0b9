import { emptyScene, LABEL, SMALL, scene, textAt, textBlock } from './marks.ts'
import type { Mark, Scene, Tone } from './scene.ts'
import { textWidth, wrapText } from './text-width.ts'

/** Everybody beside everybody else: `overlap` 0..1 with order counted, `shared` the number of themes in common. */
export interface OverlapMatrix {
  names: string[]
  overlap: number[][]
  shared: number[][]
}

/** From each overlap on, the tone of a cell and of the number in it. All survive a grey printer. */
const STEPS: readonly { from: number; words: string; fill: Tone | null; text: Tone }[] = [
  { from: 0.75, words: '75 or more', fill: 'senior', text: 'paper' },
  { from: 0.5, words: '50 to 74', fill: 'faint', text: 'ink' },
  { from: 0.25, words: '25 to 49', fill: 'hairline', text: 'ink' },
  { from: 0, words: 'under 25', fill: null, text: 'muted' },
]
const TALLEST_CELL = 26
const SMALLEST_CELL = 12
const NAME_SHARE = 0.32
const KEY_GAP = 14

/**
 * One cell for each two people: the number of priorities that both named, the darker the more alike the lists are with their
 * order counted. Columns carry the numbers of the rows, so that no name has to be turned on its side.
 */
export function overlapMatrix(
  { names, overlap, shared }: OverlapMatrix,
  width: number,
  title: string,
): Scene {
  if (names.length < 2) return emptyScene(width, title)
  const left = width * NAME_SHARE
  const side = Math.min(TALLEST_CELL, (width - left) / (names.length - 1))
  const marks: Mark[] = columnNumbers(names.length, left, side)
  let top = SMALL.leading + 4
  names.forEach((name, row) => {
    const lines = wrapText(`${row + 1} ${name}`, left - 10, { ...LABEL, mostLines: 2 })
    const height = Math.max(side, SMALLEST_CELL + 2, lines.length * LABEL.leading + 2)
    marks.push(...textBlock(lines, 0, top + (height - lines.length * LABEL.leading) / 2, LABEL))
    for (let column = 0; column < row; column++) {
      const cell = { x: left + column * side, y: top, width: side, height }
      marks.push(...cellMarks(overlap[row]?.[column] ?? 0, shared[row]?.[column] ?? 0, cell))
    }
    top += height
  })
  const key = keyMarks(width, top + 8)
  return scene({
    width,
    height: top + 8 + key.height,
    title,
    desc: describe({ names, overlap, shared }),
    marks: [...marks, ...key.marks],
  })
}

function columnNumbers(people: number, left: number, side: number): Mark[] {
  return Array.from({ length: people - 1 }, (_, column) =>
    textBlock([String(column + 1)], left + (column + 0.5) * side, 0, { ...SMALL, anchor: 'middle' }),
  ).flat()
}

function cellMarks(
  overlap: number,
  shared: number,
  cell: { x: number; y: number; width: number; height: number },
): Mark[] {
  const { fill, text } = stepOf(overlap)
  const box = { x: cell.x + 0.75, y: cell.y + 0.75, width: cell.width - 1.5, height: cell.height - 1.5 }
  return [
    fill
      ? { kind: 'rect', ...box, fill }
      : { kind: 'rect', ...box, fill: 'paper', stroke: 'hairline', strokeWidth: 0.75 },
    ...textAt(String(shared), cell.x + cell.width / 2, cell.y + cell.height / 2, {
      ...SMALL,
      anchor: 'middle',
      fill: text,
    }),
  ]
}

function stepOf(overlap: number) {
  return (
    STEPS.find(({ from }) => Math.round(100 * overlap) / 100 >= from) ??
    (STEPS[STEPS.length - 1] as (typeof STEPS)[number])
  )
}

/** The tones named once, as many to a line as fit. */
function keyMarks(width: number, top: number) {
  const marks: Mark[] = textBlock(['Overlap of 100, order counted'], 0, top, SMALL)
  let [x, y] = [textWidth('Overlap of 100, order counted', SMALL.size) + KEY_GAP, top]
  for (const { fill, words } of STEPS.toReversed()) {
    const needed = 14 + textWidth(words, SMALL.size)
    if (x + needed > width) [x, y] = [0, y + SMALL.leading + 2]
    const box = { x: x + 0.5, y: y + 1.5, width: 9, height: 8 }
    marks.push(
      fill
        ? { kind: 'rect', ...box, fill }
        : { kind: 'rect', ...box, fill: 'paper', stroke: 'hairline', strokeWidth: 0.75 },
      ...textBlock([words], x + 14, y, SMALL),
    )
    x += needed + KEY_GAP
  }
  return { marks, height: y - top + SMALL.leading + 2 }
}

function describe({ names, overlap, shared }: OverlapMatrix): string {
  return names
    .slice(1)
    .map((name, index) => {
      const row = index + 1
      const others = names
        .slice(0, row)
        .map(
          (other, column) =>
            `${other} ${shared[row]?.[column] ?? 0} (${Math.round(100 * (overlap[row]?.[column] ?? 0))})`,
        )
      return `${name} shares with ${others.join(', ')}.`
    })
    .join(' ')
}
