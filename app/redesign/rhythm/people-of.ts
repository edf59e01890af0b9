import type { Forum } from './forum.ts'

/** Names and roles compare without capitals and outer white space. */
export function nameKey(name: string): string {
  return name.trim().toLocaleLowerCase('en').replace(/\s+/g, ' ')
}

/** Everybody who sits in a forum, the owner first, none twice. */
export function peopleOf({ owner, members }: Pick<Forum, 'owner' | 'members'>): string[] {
  const byKey = new Map<string, string>()
  for (const name of [owner, ...members]) {
    const key = nameKey(name)
    if (key !== '' && !byKey.has(key)) byKey.set(key, name.trim())
  }
  return [...byKey.values()]
}

/** Whether two forums may need the same person: they share a name, or one of them names nobody. */
export function mayShareSomebody(one: Forum, other: Forum): boolean {
  const [here, there] = [one, other].map((forum) => peopleOf(forum).map(nameKey)) as [string[], string[]]
  if (one.members.length === 0 || other.members.length === 0) return true
  return here.some((key) => there.includes(key))
}
