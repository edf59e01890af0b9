/** A department or a role. */
interface Named {
  id: string
  name: string
}

/**
 * One name a line; blank lines and repetitions are dropped, whatever their case.
 *
 * @example readNames('Sales\n\n Product \nsales') // => ['Sales', 'Product']
 */
export function readNames(text: string): string[] {
  const names = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  const keys = names.map(sameName)
  return names.filter((name, index) => name !== '' && keys.indexOf(keys[index] ?? '') === index)
}

/** Names are compared without regard to case and spacing. */
export function sameName(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase()
}

/**
 * Gives every name its id. A name that was there keeps its own, wherever it now stands; in a list of unchanged length a
 * new name in an old one's place is taken for a change of name, so that leads and answers stay with it.
 */
export function keepIds(names: readonly string[], former: readonly Named[]): Named[] {
  const kept = names.map(
    (name) => former.find((entry) => sameName(entry.name) === sameName(name))?.id ?? null,
  )
  const taken = new Set<string>(former.map(({ id }) => id))
  return names.map((name, index) => {
    const inPlace = names.length === former.length ? former[index]?.id : undefined
    const renamed = inPlace !== undefined && !kept.includes(inPlace) ? inPlace : null
    const id = kept[index] ?? renamed ?? newId(name, taken)
    taken.add(id)
    return { id, name }
  })
}

export function removedFrom<Entry extends Named>(former: readonly Entry[], next: readonly Named[]): Entry[] {
  return former.filter(({ id }) => !next.some((entry) => entry.id === id))
}

function newId(name: string, taken: ReadonlySet<string>): string {
  const stem =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 32) || 'unit'
  const tries = Array.from({ length: taken.size + 1 }, (_, index) =>
    index === 0 ? stem : `${stem}-${index + 1}`,
  )
  return tries.find((id) => !taken.has(id)) ?? stem
}
