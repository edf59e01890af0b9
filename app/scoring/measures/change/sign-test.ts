/**
 * Could that many more moves one way than the other be tossed coins? The two-sided exact binomial p with one half. Those who
 * did not move say nothing and are not counted; 1 if nobody moved or the sides are even. On yes/no answers of the same people
 * in two rounds it is McNemar's exact test: yes to no on one side, no to yes on the other.
 *
 * Source: Arbuthnot 1710; McNemar 1947.
 *
 * @throws {RangeError} unless both are whole numbers from 0
 * @example signTest(5, 1) // => 0.21875
 */
export function signTest(oneWay: number, otherWay: number): number {
  if (![oneWay, otherWay].every((count) => Number.isInteger(count) && count >= 0)) {
    throw new RangeError('signTest requires whole numbers from 0')
  }
  const moved = oneWay + otherWay
  let chance = 0.5 ** moved
  let tail = 0
  for (let fewer = 0; fewer <= Math.min(oneWay, otherWay); fewer++) {
    tail += chance
    chance *= (moved - fewer) / (fewer + 1)
  }
  return Math.min(1, 2 * tail)
}
