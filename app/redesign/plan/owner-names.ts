import type { Lead } from '#app/rounds/engagement.ts'

/** Names to choose an owner from: the people who are asked, then the roles of the client, none twice. */
export function ownerNames(
  leads: readonly Pick<Lead, 'name'>[],
  roles: readonly { name: string }[],
): string[] {
  return [...new Set([...leads.map(({ name }) => name), ...roles.map(({ name }) => name)])]
}

/** The lead who is meant by the name of an owner; null for a role, an outsider, or a name that two people bear. */
export function leadNamed<Person extends Pick<Lead, 'name'>>(
  leads: readonly Person[],
  owner: string,
): Person | null {
  const wanted = owner.trim().toLocaleLowerCase('en')
  const found = leads.filter(({ name }) => name.trim().toLocaleLowerCase('en') === wanted)
  return found.length === 1 ? (found[0] ?? null) : null
}
