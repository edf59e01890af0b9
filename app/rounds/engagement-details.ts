import type { Engagement } from './engagement.ts'
import { readNames } from './named-list.ts'

/** An engagement as it is typed in. */
export interface EngagementDetails {
  clientName: string
  departments: string[]
  roles: string[]
}

export type EngagementErrors = Partial<Record<keyof EngagementDetails, string>>

/** Both lists are offered in drop-downs on a phone, so they have an end. */
const MOST_NAMES = 40
const NAME_LENGTH = 80
const CLIENT_LENGTH = 120

export function readEngagement(typed: {
  clientName: string
  departments: string
  roles: string
}): EngagementDetails {
  return {
    clientName: typed.clientName.trim(),
    departments: readNames(typed.departments),
    roles: readNames(typed.roles),
  }
}

/** The same the other way round, to be edited. */
export function typedEngagement({ clientName, departments, roles }: Engagement) {
  const lines = (entries: readonly { name: string }[]) => entries.map(({ name }) => name).join('\n')
  return { clientName, departments: lines(departments), roles: lines(roles) }
}

export function engagementErrors(details: EngagementDetails): EngagementErrors {
  const errors: EngagementErrors = {}
  if (details.clientName === '') errors.clientName = 'Please name the client.'
  if (details.clientName.length > CLIENT_LENGTH) {
    errors.clientName = `The client's name may have up to ${CLIENT_LENGTH} characters.`
  }
  const departments = listError(details.departments, 'departments')
  const roles = listError(details.roles, 'roles')
  if (departments) errors.departments = departments
  if (roles) errors.roles = roles
  return errors
}

function listError(names: readonly string[], what: string): string | null {
  if (names.length > MOST_NAMES) return `Please keep to ${MOST_NAMES} ${what}; there are ${names.length}.`
  const long = names.find((name) => name.length > NAME_LENGTH)
  return long ? `This name is longer than ${NAME_LENGTH} characters: ${long.slice(0, 40)}…` : null
}
