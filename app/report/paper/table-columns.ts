/** What a column would like: its widest cell in one line, and its widest word. */
export interface ColumnNeed {
  natural: number
  least: number
  /** Columns of figures are not stretched. */
  stretches: boolean
}

/** Cells up to this width, such as dates and names of roles, are kept on one line where that can be. */
const SHORT = 96

/** Widths that add up to `available`: as little breaking of cells as possible, words whole where that can be. */
export function columnWidths(needs: readonly ColumnNeed[], available: number): number[] {
  const natural = sum(needs.map((need) => need.natural))
  if (natural <= available) return stretched(needs, available - natural)
  const kind = needs.map((need) => (need.natural <= SHORT ? { ...need, least: need.natural } : need))
  return shared(kind, available) ?? shared(needs, available) ?? squeezed(needs, available)
}

/** Each column its least width, and a share of the rest by how much more it would like. Null where the least is too much. */
function shared(needs: readonly ColumnNeed[], available: number): number[] | null {
  const least = sum(needs.map((need) => need.least))
  const natural = sum(needs.map((need) => need.natural))
  if (least >= available || natural === least) return null
  const share = (available - least) / (natural - least)
  return needs.map((need) => need.least + (need.natural - need.least) * share)
}

function squeezed(needs: readonly ColumnNeed[], available: number): number[] {
  const least = sum(needs.map((need) => need.least))
  return needs.map((need) => (need.least * available) / least)
}

function stretched(needs: readonly ColumnNeed[], spare: number): number[] {
  const stretchable = sum(needs.filter(({ stretches }) => stretches).map((need) => need.natural))
  if (stretchable === 0) return needs.map((need) => need.natural + spare / needs.length)
  return needs.map((need) => (need.stretches ? need.natural * (1 + spare / stretchable) : need.natural))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
