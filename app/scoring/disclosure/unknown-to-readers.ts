/**
 * How many of those who answered are unknown to the readers. Readers who answered know what they said themselves and can take it
 * away, so they do not count towards the smallest group.
 *
 * Source: the rules of disclosure of this project.
 *
 * @example unknownToReaders(6, 2) // => 4
 */
export function unknownToReaders(respondents: number, readersAmongThem: number): number {
  if (readersAmongThem > respondents)
    throw new RangeError('unknownToReaders requires readers to be respondents')
  return respondents - readersAmongThem
}
