/**
 * A number that depends on every letter of a text and on nothing else, for an order without meaning: the same for the same
 * report, another for the next. Fowler, Noll and Vo's hash (FNV-1a), with the last mixing step of MurmurHash3.
 */
export function scatter(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
