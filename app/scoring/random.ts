/** A source of whole numbers: the next one lies in 0..below - 1, each as likely as the others. */
export interface Random {
  (below: number): number
  /** The next `count` numbers at once, the limit of each `step` less than that of the one before: quicker, and the same. */
  fill?(into: Int32Array, count: number, below: number, step: number): void
}

/** The next numbers of any source: those below `below`, or with a `step` below less and less. */
export function fillRandomly(random: Random, into: Int32Array, count: number, below: number, step = 0): void {
  if (random.fill) random.fill(into, count, below, step)
  else for (let place = 0; place < count; place++) into[place] = random(below - place * step)
}

/**
 * A seed out of the data: 32-bit FNV-1a over the UTF-16 units of a text. The same answers give the same seed, so the same
 * ranges on every machine and every day. It is no protection of anything.
 *
 * Source: Fowler, Noll & Vo, IETF draft-eastlake-fnv (the 1a variant, byte by byte).
 *
 * @example seedOf('') // => 2166136261
 */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
  }
  return hash >>> 0
}

/**
 * A small generator with a period of 2^128 - 1 whose numbers can be told apart from chance by no test that matters here.
 * Not for secrets.
 *
 * Source: xoshiro128**, Blackman & Vigna 2021, ACM TOMS 47(4):36; its state is filled from the seed by the 32-bit finaliser
 * of MurmurHash3 (Appleby) over a Weyl sequence.
 */
export function randomFrom(seed: number): Random {
  let weyl = seed | 0
  const fill = (): number => {
    weyl = (weyl + 0x9e3779b9) | 0
    let mixed = weyl
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return mixed ^ (mixed >>> 16)
  }
  let s0 = fill()
  let s1 = fill()
  let s2 = fill()
  let s3 = fill()
  const random: Random = (below) => {
    const scrambled = Math.imul(rotate(Math.imul(s1, 5), 7), 9)
    const shifted = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = rotate(s3, 11)
    return Math.floor(((scrambled >>> 0) / 0x100000000) * below)
  }
  // The same steps once more: with its state in plain variables the loop takes a third of the time.
  random.fill = (into, count, below, step) => {
    let [a, b, c, d] = [s0, s1, s2, s3]
    for (let place = 0; place < count; place++) {
      const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9)
      const shifted = b << 9
      c ^= a
      d ^= b
      b ^= c
      a ^= d
      c ^= shifted
      d = rotate(d, 11)
      into[place] = ((scrambled >>> 0) * ((below - place * step) / 0x100000000)) | 0
    }
    s0 = a
    s1 = b
    s2 = c
    s3 = d
  }
  return random
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}
