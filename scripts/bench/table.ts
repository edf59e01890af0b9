/** Lines of a table whose columns stand under their headings, numbers to the right. */
export function tableOf(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    widths
      .map((width, column) => {
        const cell = cells[column] ?? ''
        return column === 0 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
      .trimEnd()
  return [line(headings), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)]
}

/** What becomes of a figure when the size grows tenfold: 10 means in step with it. */
export function growth(sizes: readonly number[], figures: readonly number[], index: number): string {
  const [size, before] = [sizes[index], sizes[index - 1]]
  const [figure, past] = [figures[index], figures[index - 1]]
  if (!size || !before || !figure || !past) return ''
  return `x ${((figure / past) ** (1 / Math.log10(size / before))).toFixed(1)}`
}

export function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(1) : Math.round(value).toString()
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return ((sorted[(sorted.length - 1) >> 1] as number) + (sorted[sorted.length >> 1] as number)) / 2
}
