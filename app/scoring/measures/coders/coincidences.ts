/**
 * Krippendorff's alpha from codes: one minus the disagreement found within units over the disagreement expected if the codes
 * had been dealt out at random among them. `units`: the codes 0..size - 1 given to each unit; units with one code are left
 * out. `difference` of two codes: 0 for the same. Null where nothing differs, so that there is nothing to agree on.
 *
 * It counts how often each two codes meet in a unit (the coincidence matrix), each pair weighted so that a unit counts as
 * many times as it has codes.
 *
 * Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability.
 *
 * @example alphaOfCodes([[0, 0], [1, 1]], 2, () => 1) // => 1
 */
export function alphaOfCodes(
  units: readonly (readonly number[])[],
  size: number,
  difference: (a: number, b: number, totals: Float64Array) => number,
): number | null {
  const totals = new Float64Array(size)
  const met = new Float64Array(size * size)
  for (const unit of units) if (unit.length > 1) countUnit(unit, size, totals, met)
  let found = 0
  let expected = 0
  let n = totals[0] ?? 0
  for (let b = 1; b < size; b++) {
    n += totals[b] as number
    for (let a = 0; a < b; a++) {
      const apart = difference(a, b, totals)
      found += (met[a * size + b] as number) * apart
      expected += (totals[a] as number) * (totals[b] as number) * apart
    }
  }
  return expected === 0 ? null : 1 - ((n - 1) * found) / expected
}

/** Adds one unit: its codes to the totals, its pairs of different codes to the upper half of the matrix. */
function countUnit(unit: readonly number[], size: number, totals: Float64Array, met: Float64Array): void {
  const share = 1 / (unit.length - 1)
  for (let i = 0; i < unit.length; i++) {
    const code = unit[i] as number
    totals[code] = (totals[code] as number) + 1
    for (let j = 0; j < i; j++) {
      const other = unit[j] as number
      const cell = Math.min(code, other) * size + Math.max(code, other)
      met[cell] = (met[cell] as number) + share
    }
  }
}
