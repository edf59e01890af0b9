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
}
