/** Pairs of lists that share nothing, and pairs that share half of what they name or more, as shares of all pairs. */
export interface SharedParts {
  nothing: number
  half: number
}

/** Two lists of three that share two are past it, two that share one are not. */
const HALF = 0.5

/**
 * How the overlap of two people's lists is spread over the pairs of people. Same lists, whatever their order, are taken
 * together, so that thousands of people with some hundred different lists stay cheap.
 *
 * Source: Dice 1945, see `dice.ts`; the two cuts are this project's own.
 *
 * @throws {RangeError} below two lists: there is no pair
 * @example sharedParts([['a', 'b'], ['b', 'a'], ['c']]) // => { nothing: 0.6666666666666666, half: 0.3333333333333333 }
 */
export function sharedParts(lists: readonly (readonly string[])[]): SharedParts {
  if (lists.length < 2) throw new RangeError('sharedParts requires at least two lists')
  const kinds = [...countAlike(lists).values()]
  let nothing = 0
  let half = 0
  kinds.forEach((kind, index) => {
    half += (kind.people * (kind.people - 1)) / 2
    for (let next = index + 1; next < kinds.length; next++) {
      const other = kinds[next] as Kind
      const overlap = (2 * sharedThemes(kind, other)) / (kind.themes.length + other.themes.length)
      if (overlap === 0) nothing += kind.people * other.people
      else if (overlap >= HALF) half += kind.people * other.people
    }
  })
  const pairs = (lists.length * (lists.length - 1)) / 2
  return { nothing: nothing / pairs, half: half / pairs }
}

interface Kind {
  /** Numbers of the themes, rising. */
  themes: number[]
  people: number
}

function countAlike(lists: readonly (readonly string[])[]): Map<string, Kind> {
  const places = new Map([...new Set(lists.flat())].map((theme, place) => [theme, place]))
  const kinds = new Map<string, Kind>()
  for (const list of lists) {
    const themes = list.map((theme) => places.get(theme) as number).sort((a, b) => a - b)
    const kind = kinds.get(themes.join(' ')) ?? { themes, people: 0 }
    kind.people += 1
    kinds.set(themes.join(' '), kind)
  }
  return kinds
}

function sharedThemes(a: Kind, b: Kind): number {
  let shared = 0
  for (const theme of a.themes) if (b.themes.includes(theme)) shared += 1
  return shared
}
