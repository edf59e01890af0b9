/** A step of a path in absolute coordinates. */
export type PathStep =
  | { kind: 'move' | 'line'; x: number; y: number }
  | { kind: 'curve'; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
  | { kind: 'close' }

interface Point {
  x: number
  y: number
}

const COMMAND = /([MLHVCQAZ])([^MLHVCQAZ]*)/gi
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi
/** Numbers that one step of each command takes. */
const TAKES: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7 }

/**
 * The steps of a path in SVG syntax, for writers that have no such syntax of their own. Quadratic curves and arcs become
 * cubic curves.
 *
 * @throws {Error} if the path holds a command that no chart draws
 * @example pathSteps('M0,0h2') // => [{ kind: 'move', x: 0, y: 0 }, { kind: 'line', x: 2, y: 0 }]
 */
export function pathSteps(d: string): PathStep[] {
  const steps: PathStep[] = []
  let at: Point = { x: 0, y: 0 }
  let start = at
  for (const [, letter = '', rest = ''] of commandsOf(d)) {
    if (letter.toUpperCase() === 'Z') {
      steps.push({ kind: 'close' })
      at = start
      continue
    }
    for (const [index, numbers] of groups(letter, rest).entries()) {
      const made = stepsOf(letter, numbers, at, index > 0)
      steps.push(...made)
      const last = made.at(-1)
      if (last && last.kind !== 'close') at = { x: last.x, y: last.y }
      if (letter.toUpperCase() === 'M' && index === 0) start = at
    }
  }
  return steps
}

function commandsOf(d: string): RegExpMatchArray[] {
  const foreign = /[^MLHVCQAZ\d\s,.+\-e]/i.exec(d)
  if (foreign) throw new Error(`a path with "${foreign[0]}" cannot be drawn`)
  return [...d.matchAll(COMMAND)]
}

function groups(letter: string, rest: string): number[][] {
  const numbers = (rest.match(NUMBER) ?? []).map(Number)
  const size = TAKES[letter.toUpperCase()] ?? 2
  return Array.from({ length: Math.floor(numbers.length / size) }, (_, index) =>
    numbers.slice(index * size, (index + 1) * size),
  )
}

function stepsOf(letter: string, numbers: readonly number[], at: Point, again: boolean): PathStep[] {
  const relative = letter !== letter.toUpperCase()
  const x = (index: number) => (numbers[index] ?? 0) + (relative ? at.x : 0)
  const y = (index: number) => (numbers[index] ?? 0) + (relative ? at.y : 0)
  switch (letter.toUpperCase()) {
    case 'M':
      return [{ kind: again ? 'line' : 'move', x: x(0), y: y(1) }]
    case 'L':
      return [{ kind: 'line', x: x(0), y: y(1) }]
    case 'H':
      return [{ kind: 'line', x: x(0), y: at.y }]
    case 'V':
      return [{ kind: 'line', x: at.x, y: y(0) }]
    case 'C':
      return [{ kind: 'curve', x1: x(0), y1: y(1), x2: x(2), y2: y(3), x: x(4), y: y(5) }]
    case 'Q':
      return [quadratic(at, { x: x(0), y: y(1) }, { x: x(2), y: y(3) })]
    default:
      return arc(at, numbers, { x: x(5), y: y(6) })
  }
}

function quadratic(from: Point, control: Point, to: Point): PathStep {
  const third = (end: number, middle: number) => end + (2 / 3) * (middle - end)
  return {
    kind: 'curve',
    x1: third(from.x, control.x),
    y1: third(from.y, control.y),
    x2: third(to.x, control.x),
    y2: third(to.y, control.y),
    ...to,
  }
}

/** Arcs of circles, as charts draw them, in pieces of a quarter at most. */
function arc(from: Point, [radius = 0, , , large = 0, sweep = 0]: readonly number[], to: Point): PathStep[] {
  const chord = Math.hypot(to.x - from.x, to.y - from.y)
  if (radius === 0 || chord === 0) return [{ kind: 'line', ...to }]
  const r = Math.max(radius, chord / 2)
  const side = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, r * r - (chord / 2) ** 2))
  const centre = {
    x: (from.x + to.x) / 2 - (side * (to.y - from.y)) / chord,
    y: (from.y + to.y) / 2 + (side * (to.x - from.x)) / chord,
  }
  const begin = Math.atan2(from.y - centre.y, from.x - centre.x)
  let turn = Math.atan2(to.y - centre.y, to.x - centre.x) - begin
  if (sweep && turn < 0) turn += 2 * Math.PI
  if (!sweep && turn > 0) turn -= 2 * Math.PI
  const pieces = Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9)
  const each = turn / pieces
  return Array.from({ length: pieces }, (_, index) =>
    arcPiece(centre, r, begin + index * each, begin + (index + 1) * each),
  )
}

function arcPiece(centre: Point, r: number, from: number, to: number): PathStep {
  const reach = (4 / 3) * Math.tan((to - from) / 4) * r
  const on = (angle: number) => ({ x: centre.x + r * Math.cos(angle), y: centre.y + r * Math.sin(angle) })
  const [begin, end] = [on(from), on(to)]
  return {
    kind: 'curve',
    x1: begin.x - reach * Math.sin(from),
    y1: begin.y + reach * Math.cos(from),
    x2: end.x + reach * Math.sin(to),
    y2: end.y - reach * Math.cos(to),
    ...end,
  }
}
