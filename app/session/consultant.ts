/**
 * owner: runs the workspace, invites and ends accounts. consultant: runs engagements. viewer: reads the state and the report
 * of engagements they were added to, and changes nothing.
 */
export const CONSULTANT_ROLES = ['viewer', 'consultant', 'owner'] as const
export type ConsultantRole = (typeof CONSULTANT_ROLES)[number]

/** A consultant's account, without its password. */
export interface Consultant {
  id: string
  email: string
  name: string
  role: ConsultantRole
}

/** @example mayActAs('viewer', 'consultant') // => false */
export function mayActAs(role: ConsultantRole, needed: ConsultantRole): boolean {
  return CONSULTANT_ROLES.indexOf(role) >= CONSULTANT_ROLES.indexOf(needed)
}
