/**
 * How much two unordered lists share: twice the themes in common over the sum of the lengths. 1: the same themes; 0: none
 * in common; linear in what is shared, so that "two of our three priorities" is 2/3. Lists of unequal length are taken as
 * they are and never padded. A list names a theme once; an empty list is no answer and must be left out before.
 *
 * Source: Dice 1945.
 *
 * @throws {RangeError} if a list is empty
 * @example dice([1, 2, 3], [3, 1, 7]) // => 0.6666666666666666
 */
export function dice<T>(a: readonly T[], b: readonly T[]): number {
  if (a.length === 0 || b.length === 0) throw new RangeError('dice requires lists that are not empty')
  const shared = a.filter((theme) => b.includes(theme)).length
  return (2 * shared) / (a.length + b.length)
}

/**
 * Mean Dice of two lists of these lengths drawn at random from a catalogue of themes: 2ab / (M (a + b)); k / M for two
 * lists of k.
 *
 * @example diceByChance(3, 3, 12) // => 0.25
 */
export function diceByChance(lengthA: number, lengthB: number, catalogue: number): number {
  return (2 * lengthA * lengthB) / (catalogue * (lengthA + lengthB))
}
