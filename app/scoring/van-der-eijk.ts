/**
 * Van der Eijk's A: whether ratings pile up in one place or fall into camps. 1: all on one point. 0: spread evenly over
 * the scale. -1: half on each end. It is read for camps only, never compared between groups: it drifts upward in small ones.
 *
 * The counts are peeled into layers of equal height; each layer is a pattern of filled and empty points, scored by the
 * triples of points that speak for one heap (110, 011) and for two (101), and weighted by its share of the answers.
 * Needs a scale of three points or more and one answer.
 *
 * Source: van der Eijk 2001, Quality & Quantity 35:325.
 *
 * @throws {RangeError} on fewer than three points, or without an answer
 * @example vanDerEijkA([4, 0, 0, 0, 4]) // => -1
 */
export function vanDerEijkA(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (counts.length < 3 || total === 0)
    throw new RangeError('vanDerEijkA requires answers on three points or more')
  let left = [...counts]
  let sum = 0
  while (left.some((count) => count > 0)) {
    const filled = left.filter((count) => count > 0)
    const height = Math.min(...filled)
    sum += ((height * filled.length) / total) * patternAgreement(left.map((count) => count > 0))
    left = left.map((count) => (count > 0 ? count - height : 0))
  }
  return sum
}

function patternAgreement(filled: readonly boolean[]): number {
  const points = filled.length
  const heaps = filled.filter(Boolean).length
  if (heaps === 1) return 1
  const { one, two } = triples(filled)
  if (one + two === 0) return 0
  const unimodality = ((points - 2) * one - (points - 1) * two) / ((points - 2) * (one + two))
  return unimodality * (1 - (heaps - 1) / (points - 1))
}

function triples(filled: readonly boolean[]): { one: number; two: number } {
  let one = 0
  let two = 0
  for (let i = 0; i < filled.length; i++) {
    for (let j = i + 1; j < filled.length; j++) {
      for (let k = j + 1; k < filled.length; k++) {
        if (filled[i] && !filled[j] && filled[k]) two++
        else if (filled[j] && filled[i] !== filled[k]) one++
      }
    }
  }
  return { one, two }
}
