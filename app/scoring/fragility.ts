import { bandOf } from './band.ts'
import type { Disclosure } from './disclosure.ts'
import type { Band, Fragility, Range } from './round-scores.ts'

/** Figures closer than this are the same, reckoned in two ways. */
const ROUNDING = 1e-9

/** An agreement figure as its band is found. */
export interface BandedFigure {
  s: number
  items: number
  range90: Range | null
  chanceLine: number | null
}

/**
 * Would the band be another one if any one person had stayed away? Nothing is drawn anew for it: the figure is reckoned
 * without each person in turn (`without`), and the range and the chance line of the whole group are kept, the range moved
 * along with the figure. Both would really be a little wider and higher with one person fewer, so this finds bands that
 * stand close to a limit and not those that would fall for want of people.
 *
 * `to` is the band that most single persons lead to; of equal ones the first as people are ordered.
 *
 * Source: this project's own; leave-one-out after Quenouille 1949.
 *
 * @example fragilityOf({ s: 0.46, items: 4, range90: [0.38, 0.6], chanceLine: 0.1 }, [0.44, 0.47], { open: true, needed: 3 })
 * // => { changes: true, people: 1, to: 'mixed' }
 */
export function fragilityOf(
  figure: BandedFigure,
  without: readonly (number | null)[],
  { open }: Pick<Disclosure, 'open'>,
): Fragility {
  const band = bandOf(figure)
  const moved = without.filter((s): s is number => s !== null && Math.abs(s - figure.s) > ROUNDING)
  const others = moved.map((s) => bandAt(figure, s)).filter((other) => other !== band)
  return {
    changes: others.length > 0,
    people: open ? others.length : null,
    to: open ? commonest(others) : null,
  }
}

/** The band of a figure that came out otherwise, its range moved along with it. */
export function bandAt(figure: BandedFigure, s: number): Band {
  const shift = s - figure.s
  const range90 = figure.range90 && ([figure.range90[0] + shift, figure.range90[1] + shift] as const)
  return bandOf({ ...figure, s, range90 })
}

function commonest(bands: readonly Band[]): Band | null {
  const counts = new Map<Band, number>()
  for (const band of bands) counts.set(band, (counts.get(band) ?? 0) + 1)
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  return first?.[0] ?? null
}
