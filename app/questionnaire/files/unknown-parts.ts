type Path = PropertyKey[]

/** The parts of what was given that nobody has read: a slip in a name would else be passed over in silence. */
export function unknownParts(given: unknown, read: unknown, path: Path = []): Path[] {
  if (Array.isArray(given)) {
    return given.flatMap((one, index) =>
      unknownParts(one, (read as unknown[] | undefined)?.[index], [...path, index]),
    )
  }
  if (typeof given !== 'object' || given === null) return []
  return Object.entries(given).flatMap(([name, part]) => {
    const known = typeof read === 'object' && read !== null && Object.hasOwn(read, name)
    const here = [...path, name]
    return known ? unknownParts(part, (read as Record<string, unknown>)[name], here) : [here]
  })
}
