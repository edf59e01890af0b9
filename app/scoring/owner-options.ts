import type { Answer } from '#app/answers/answer.ts'
import type { Role } from '#app/rounds/engagement.ts'

/** What an owner item offers beside the roles. None of them is a real owner. */
const NO_REAL_OWNER = [
  { id: 'someone-else', label: 'Someone else' },
  { id: 'shared', label: 'Several share it' },
  { id: 'nobody', label: 'Nobody' },
  { id: 'offline', label: 'Settled offline' },
  { id: 'cant-say', label: "Can't say" },
] as const

export interface OwnerOption {
  id: string
  label: string
  real: boolean
}

/** All options of an owner item, the real roles first, as the clear-owner distance wants them. */
export function ownerOptions(roles: readonly Role[]): OwnerOption[] {
  return [
    ...roles.map((role) => ({ id: role.id, label: role.name, real: true })),
    ...NO_REAL_OWNER.map((option) => ({ ...option, real: false })),
  ]
}

/** Place of an answer among the options; null for no answer. A role that has left the list is someone outside it. */
export function ownerCode(options: readonly OwnerOption[], answer: Answer): number | null {
  const placeOf = (id: string) => options.findIndex((option) => option.id === id)
  if (answer.state === 'cant-say') return placeOf('cant-say')
  if (answer.state !== 'answered' || answer.value.kind !== 'owner') return null
  const { owner } = answer.value
  if (owner.kind !== 'role') return placeOf(owner.kind)
  const place = placeOf(owner.roleId)
  return place >= 0 ? place : placeOf('someone-else')
}
