/**
 * A figure over several items: the mean of the items' figures as they are shown. It follows from what stands beside it and so tells
 * nothing new. The mean of each person's own mean would: less the sums of the items it leaves what those said who skipped one.
 *
 * Source: the rules of disclosure of this project.
 *
 * @example compositeOf([3.25, 3.75]) // => 3.5
 */
export function compositeOf(shownFigures: readonly number[]): number {
  return shownFigures.reduce((sum, value) => sum + value, 0) / shownFigures.length
}
