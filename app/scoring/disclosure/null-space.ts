/**
 * A basis of everything that the rows of a matrix of whole numbers do not see: one row a column of the matrix, one column a vector
 * of the basis. Exact, in whole numbers: each vector is scaled up until it has no fractions. Rows are empty where the matrix sees
 * everything.
 *
 * Gauss and Jordan's elimination without fractions (Bareiss 1968).
 *
 * @example nullSpace([[1, 1]], 2) // => [[-1n], [1n]]
 */
export function nullSpace(matrix: readonly (readonly (bigint | number)[])[], columns: number): bigint[][] {
  const rows = matrix.map((row) => row.map((value) => BigInt(value)))
  const pivots: number[] = []
  for (let column = 0; column < columns; column += 1) {
    const found = rows.findIndex((row, at) => at >= pivots.length && row[column] !== 0n)
    if (found < 0) continue
    const [pivot = []] = rows.splice(found, 1)
    const at = pivots.push(column) - 1
    rows.splice(at, 0, pivot)
    rows.forEach((row, other) => {
      if (other !== at && row[column] !== 0n) rows[other] = cleared(row, pivot, column)
    })
  }
  const free = Array.from({ length: columns }, (_, column) => column).filter(
    (column) => !pivots.includes(column),
  )
  const vectors = free.map((column) => vectorOf(rows, pivots, column, columns))
  return Array.from({ length: columns }, (_, column) => vectors.map((vector) => vector[column] ?? 0n))
}

/** The row less as much of the pivot row as takes its number in this column away; made as small as whole numbers allow. */
function cleared(row: readonly bigint[], pivot: readonly bigint[], column: number): bigint[] {
  const [a, b] = [pivot[column] ?? 0n, row[column] ?? 0n]
  const left = row.map((value, i) => value * a - (pivot[i] ?? 0n) * b)
  const shared = left.reduce(greatest, 0n)
  return shared > 1n ? left.map((value) => value / shared) : left
}

function vectorOf(
  rows: readonly (readonly bigint[])[],
  pivots: readonly number[],
  free: number,
  columns: number,
): bigint[] {
  const scale = pivots.reduce((product, column, at) => {
    const lead = size(rows[at]?.[column] ?? 1n)
    return (product / greatest(product, lead)) * lead
  }, 1n)
  const vector = new Array<bigint>(columns).fill(0n)
  vector[free] = scale
  pivots.forEach((column, at) => {
    vector[column] = (-(rows[at]?.[free] ?? 0n) * scale) / (rows[at]?.[column] ?? 1n)
  })
  return vector
}

function greatest(a: bigint, b: bigint): bigint {
  return b === 0n ? size(a) : greatest(b, a % b)
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value
}
