import type { Role } from '#app/rounds/engagement.ts'
import type { Owner } from './answer.ts'
import { english, type Say } from './words.ts'

/** What an owner item offers beside the roles, as posted and as read. */
export const OTHER_OWNERS = ['shared', 'nobody', 'offline', 'someone-else'] as const

export function ownerInWords(owner: Owner, roles: readonly Role[], say: Say = english): string {
  if (owner.kind === 'role')
    return roles.find(({ id }) => id === owner.roleId)?.name ?? say('answer.role-gone')
  const label = say(`owner.${owner.kind}`)
  return owner.kind === 'someone-else' && owner.text ? `${label}: ${owner.text}` : label
}
