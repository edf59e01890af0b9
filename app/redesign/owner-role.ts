/** What companies call the two roles that the rulebook speaks of; of several titles the first one counts. */
const TITLES: Record<string, readonly RegExp[]> = {
  'Chief executive': [
    /^(group )?(chief executive|ceo)\b/i,
    /^managing (director|partner)\b/i,
    /^(director general|executive director|general manager|president)\b/i,
    /^(founder|owner)\b/i,
  ],
  'Chief operating officer': [
    /^(chief operating officer|coo)\b/i,
    /^(operations director|director of operations|head of operations|vp operations)\b/i,
  ],
}
const HEAD = 'The head of the company'

/** The rulebook's role in the client's own title; another name of a group, such as "Senior team", stays. */
export function ownerRoleOf(role: string, roles: readonly string[]): string {
  const titles = TITLES[role]
  if (!titles) return role
  return titled(titles, roles) ?? titled(TITLES['Chief executive'] ?? [], roles) ?? HEAD
}

function titled(titles: readonly RegExp[], roles: readonly string[]): string | undefined {
  for (const title of titles) {
    const found = roles.find((role) => title.test(role.trim()))
    if (found) return found
  }
  return undefined
}
