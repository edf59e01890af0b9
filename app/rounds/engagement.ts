import type { Level } from '#app/questionnaire/instrument.ts'

/** A part of the client's organisation that a lead belongs to and a dependency can point at. */
export interface Department {
  id: string
  name: string
}

/** A role that an owner item offers, such as "Chief operating officer". */
export interface Role {
  id: string
  name: string
}

export interface Engagement {
  id: string
  consultantId: string
  clientName: string
  departments: Department[]
  roles: Role[]
  createdOn: string
  /** Since when it is archived: read only, and left out of the list. */
  archivedOn?: string
}

/** A person who is asked. */
export interface Lead {
  id: string
  engagementId: string
  name: string
  email: string
  level: Level
  departmentId: string | null
  jobTitle: string
  /** Since when the lead is no longer asked; rounds that are over still count them. */
  leftOn?: string
}

/** The leads that a round opened now would ask. */
export function stillAsked<Asked extends Pick<Lead, 'leftOn'>>(leads: readonly Asked[]): Asked[] {
  return leads.filter(({ leftOn }) => leftOn === undefined)
}
