/** A symmetric matrix without its diagonal: one number for each pair of `size` things, each pair held once. */
export interface CondensedMatrix {
  size: number
  values: Float32Array
}

export function condensedMatrix(size: number): CondensedMatrix {
  return { size, values: new Float32Array((size * (size - 1)) / 2) }
}

/** Where the pair of two different places stands. */
export function pairIndex(size: number, a: number, b: number): number {
  const [row, column] = a < b ? [a, b] : [b, a]
  return row * size - (row * (row + 1)) / 2 + column - row - 1
}

/** The value of a pair; a thing is wholly like itself. */
export function valueAt({ size, values }: CondensedMatrix, a: number, b: number): number {
  return a === b ? 1 : (values[pairIndex(size, a, b)] as number)
}
