/** The value below which a share of the values lies, in whole milliseconds. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  const index = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)
  return Math.round(sorted[Math.max(0, index)] ?? Number.NaN)
}
