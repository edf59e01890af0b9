import type { ConsultantRole } from './consultant.ts'

export const ROLE_WORDS: Record<ConsultantRole, string> = {
  owner: 'Owner: runs the workspace',
  consultant: 'Consultant: runs engagements',
  viewer: 'Viewer: reads the state and the report',
}

export const ROLE_OPTIONS = (['consultant', 'viewer', 'owner'] as const).map((value) => ({
  value,
  label: ROLE_WORDS[value],
}))
