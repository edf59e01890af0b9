import type { Role } from '#app/rounds/engagement.ts'
import type { Owner } from './answer.ts'

/** What an owner item offers beside the roles, as posted and as read. */
export const OTHER_OWNERS = [
  { value: 'shared', label: 'Several people share it' },
  { value: 'nobody', label: 'Nobody' },
  { value: 'offline', label: 'It is settled informally' },
  { value: 'someone-else', label: 'Someone else' },
] as const

export function ownerInWords(owner: Owner, roles: readonly Role[]): string {
  if (owner.kind === 'role')
    return roles.find(({ id }) => id === owner.roleId)?.name ?? 'A role no longer listed'
  const label = OTHER_OWNERS.find(({ value }) => value === owner.kind)?.label ?? owner.kind
  return owner.kind === 'someone-else' && owner.text ? `${label}: ${owner.text}` : label
}
