import type { Random } from './random.ts'

/** Up to this many people every way to swap the rounds is tried; beyond it, `FLIPS` random ones. */
const MOST_EXACT = 15
const FLIPS = 9_999
/** Enough changes as large to say what p is without going on: it is far above any line then. */
const ENOUGH = 1_000
const ROUNDING = 1e-9

/**
 * Could the two rounds be interchanged? If nothing had changed, each person might as well have given the second round's
 * answers first. The share of all ways to swap the rounds within people that change the figure as much as it did change, or
 * more, either way. Small: the change is more than the people's own wavering. With five people it cannot come below .06.
 *
 * `changeOf` gives the change when the people marked 1 are swapped. All 2^n ways up to 15 people (half of them, as swapping
 * everybody only turns the sign), else 9,999 random ones and p = (b + 1) / (B + 1); where 1,000 of them have changed it as much, the rest is left out.
 *
 * Source: Fisher 1935, The Design of Experiments, section 21; p after Phipson & Smyth 2010; stopping after Besag & Clifford 1991.
 *
 * @example signFlipTest(3, (swapped) => swapped.reduce((sum, side) => sum + (side ? -1 : 1), 0), () => 0) // => 0.25
 */
export function signFlipTest(
  people: number,
  changeOf: (swapped: Uint8Array) => number,
  random: Random,
): number {
  const swapped = new Uint8Array(people)
  const limit = Math.abs(changeOf(swapped)) - ROUNDING
  const isAsLarge = () => Math.abs(changeOf(swapped)) >= limit
  if (people <= MOST_EXACT) {
    const ways = 2 ** Math.max(0, people - 1)
    let asLarge = 0
    for (let way = 0; way < ways; way++) {
      for (let person = 0; person < people - 1; person++) swapped[person] = (way >> person) & 1
      if (isAsLarge()) asLarge++
    }
    return asLarge / ways
  }
  let asLarge = 0
  for (let turn = 0; turn < FLIPS; turn++) {
    for (let person = 0; person < people; person++) swapped[person] = random(2)
    if (isAsLarge()) asLarge++
    if (asLarge === ENOUGH) return ENOUGH / (turn + 1)
  }
  return (asLarge + 1) / (FLIPS + 1)
}
