import type { Range } from '#app/scoring/round-scores.ts'

const Z = { 90: 1.6448536269514722, 95: 1.959963984540054 } as const

/**
 * Plausible range of a share: how far it could move if the same kind of people were asked again (Wilson's score interval).
 * It stays inside 0..1 and has a width even where everybody said the same. Wilson 1927; Brown, Cai & DasGupta 2001.
 *
 * @throws {RangeError} if nobody was counted, or more than there are
 * @example shareRange(6, 9, 90) // => [0.391..., 0.851...]
 */
export function shareRange(count: number, of: number, percent: keyof typeof Z): Range {
  if (of <= 0 || count < 0 || count > of)
    throw new RangeError(`a share requires 0..${of} of at least one person`)
  const share = count / of
  const square = Z[percent] ** 2 / of
  const centre = (share + square / 2) / (1 + square)
  const half = (Z[percent] * Math.sqrt((share * (1 - share)) / of + square / (4 * of))) / (1 + square)
  return [Math.max(0, centre - half), Math.min(1, centre + half)]
}
