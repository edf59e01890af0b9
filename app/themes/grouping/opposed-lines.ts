import { wordsOf } from '../reading/bare-wording.ts'
import { contentStems } from './line-features.ts'
import opposites from './opposites.v1.json' with { type: 'json' }
import { stem } from './stem.ts'

const NEGATIONS = new Set(opposites.negations)
const AXES = opposites.axes.map(({ up, down }) => [new Set(up.map(stem)), new Set(down.map(stem))] as const)
const DIRECTIONS = new Set(opposites.axes.flatMap(({ up, down }) => [...up, ...down]).map(stem))

interface Direction {
  /** +1, -1, or 0 where the line goes no way, on each axis. */
  ways: number[]
  word: string | null
  negation: string | null
  matters: Set<string>
}

export interface Opposition {
  /** Places among the lines given. */
  lines: number[]
  why: string
}

/**
 * Lines that seem to say the opposite of most others in their group: about the same thing, but with an opposite verb or a
 * negation that the others lack. A plain rule that sees neither irony nor context; a person decides.
 *
 * @example opposedLines(['Raise prices', 'Do not raise prices', 'Raise our prices'])?.lines // => [1]
 */
export function opposedLines(texts: readonly string[]): Opposition | null {
  const directions = texts.map(directionOf)
  const clashes = directions.map((one) => directions.flatMap((other) => clashOf(one, other) ?? []))
  if (clashes.every((clash) => clash.length === 0)) return null
  const most = Math.max(...clashes.map(({ length }) => length))
  const against = clashes.flatMap((clash, line) => (clash.length === most ? [line] : []))
  // Where two lines merely face each other, the later one of the pair is named.
  const lines =
    against.length * 2 > texts.length || against.length === texts.length ? against.slice(-1) : against
  return { lines, why: clashes[lines[0] as number]?.[0] ?? '' }
}

function directionOf(text: string): Direction {
  const words = wordsOf(text.toLowerCase())
  const stems = words.map(stem)
  const negation = words.find((word) => NEGATIONS.has(word)) ?? null
  const ways = AXES.map(([up, down]) => {
    const upward = stems.some((word) => up.has(word))
    const downward = stems.some((word) => down.has(word))
    return upward === downward ? 0 : upward ? 1 : -1
  })
  const word = words.find((_, at) => DIRECTIONS.has(stems[at] as string)) ?? null
  const matters = new Set(contentStems(text).filter((content) => !DIRECTIONS.has(content)))
  return { ways, word, negation, matters }
}

/** The words that make one line the opposite of another, or null. */
function clashOf(one: Direction, other: Direction): string | null {
  if (![...one.matters].some((matter) => other.matters.has(matter))) return null
  const opposite = one.ways.some((way, axis) => way * (other.ways[axis] as number) < 0)
  const negated = (one.negation === null) !== (other.negation === null)
  if (opposite === negated) return null
  if (negated)
    return one.negation
      ? `says “${one.negation}” where others do not`
      : `lacks the “${other.negation}” of others`
  return `says “${one.word}” where others say “${other.word}”`
}
