import type { Department, Lead } from '#app/rounds/engagement.ts'

/**
 * Enough to recognise oneself by and no more: the link may have been forwarded.
 *
 * @example shortName('Dana van Meer') // => 'Dana M.'
 */
export function shortName(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/)
  const last = rest.at(-1)
  return last ? `${first} ${initialOf(last)}.` : first
}

/** "Dana M., Finance": the short name with the department, or with the job where the lead belongs to none. */
export function identityOf(
  lead: Pick<Lead, 'name' | 'departmentId' | 'jobTitle'>,
  departments: readonly Department[],
): string {
  const department = departments.find(({ id }) => id === lead.departmentId)
  return [shortName(lead.name), department?.name ?? lead.jobTitle].filter(Boolean).join(', ')
}

function initialOf(word: string): string {
  return [...word][0]?.toUpperCase() ?? ''
}
