/**
 * The words of a line without case, accents of typography, bullets and punctuation.
 *
 * @example plainWords('• Keep  Customers!') // => 'keep customers'
 */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}%+&]+/gu, ' ')
    .trim()
}
