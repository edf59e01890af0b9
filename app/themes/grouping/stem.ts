const ENDINGS = ['ations', 'ation', 'ings', 'ing', 'ments', 'ment', 'ies', 'es', 'ed', 's', 'e', 'y']
const SHORTEST = 3

/**
 * A word without the ending that its forms differ in; British and American spelling fall together. Crude on purpose: it
 * is compared with other stems only and never shown.
 *
 * @example stem('deliveries') // => 'deliver'
 */
export function stem(word: string): string {
  const small = word.toLowerCase().replace(/'s?$/, '')
  if (small.endsWith('ss')) return small
  const ending = ENDINGS.find((end) => small.endsWith(end) && small.length - end.length >= SHORTEST)
  const bare = ending === undefined ? small : small.slice(0, -ending.length)
  return bare.replace(/([^aeiouls])\1$/, '$1').replace(/is$/, 'iz')
}
