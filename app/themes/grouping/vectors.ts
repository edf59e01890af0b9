/** The vectors less their mean, each of length one: what all lines of a question have in common tells none apart. */
export function centred(vectors: readonly Float32Array[]): Float32Array[] {
  const mean = meanOf(vectors)
  return vectors.map((vector) => unit(vector.map((value, at) => value - (mean[at] as number))))
}

export function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0)
  for (const vector of vectors)
    for (let at = 0; at < mean.length; at += 1)
      mean[at] = (mean[at] as number) + (vector[at] as number) / vectors.length
  return mean
}

/** Of length one; a vector of zeros stays what it is. */
export function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector))
  return length > 0 ? vector.map((value) => value / length) : vector
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number)
  return sum
}

/** The parts one after another, each stretched so that the dot product of two is the weighted sum of those of their parts. */
export function joined(parts: readonly (readonly [weight: number, vector: Float32Array])[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, [, vector]) => length + vector.length, 0))
  let at = 0
  for (const [weight, vector] of parts) {
    const stretch = Math.sqrt(weight)
    for (const value of vector) {
      whole[at] = value * stretch
      at += 1
    }
  }
  return whole
}
