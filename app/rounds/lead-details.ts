import { z } from 'zod'
import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import type { Department } from './engagement.ts'

/** A lead as typed in or read from a file. */
export interface LeadDetails {
  name: string
  email: string
  level: Level
  departmentId: string | null
  jobTitle: string
}

export type LeadErrors = Partial<Record<keyof LeadDetails, string>>
export type LeadResult = { ok: true; details: LeadDetails } | { ok: false; errors: LeadErrors }

export const LEAD_FIELDS = ['name', 'email', 'level', 'departmentId', 'jobTitle'] as const
export type TypedLead = Record<(typeof LEAD_FIELDS)[number], string>

export const EMPTY_LEAD: TypedLead = { name: '', email: '', level: '', departmentId: '', jobTitle: '' }

export function typedLead({ name, email, level, departmentId, jobTitle }: LeadDetails): TypedLead {
  return { name, email, level, departmentId: departmentId ?? '', jobTitle }
}

const leadSchema = z.object({
  name: z.string().min(1, 'The name is missing.').max(120, 'The name is longer than 120 characters.'),
  email: z
    .string()
    .min(1, 'The e-mail address is missing.')
    .max(254, 'The e-mail address is too long.')
    .pipe(z.email('This is not an e-mail address.')),
  level: z.enum(LEVELS, 'Is this a senior lead or a department lead?'),
  departmentId: z.string().nullable(),
  jobTitle: z.string().max(120, 'The job title is longer than 120 characters.'),
})

/** Checks one lead. Department leads answer for a department, so they need one wherever the engagement has any. */
export function readLead(typed: TypedLead, departments: readonly Department[]): LeadResult {
  const parsed = leadSchema.safeParse({ ...trimmed(typed), departmentId: typed.departmentId || null })
  if (!parsed.success) return { ok: false, errors: errorsOf(parsed.error) }
  const { level, departmentId } = parsed.data
  const known = departments.some(({ id }) => id === departmentId)
  if (departmentId !== null && !known) return refuse('This department is not on the list.')
  if (level === 'department' && departmentId === null && departments.length > 0) {
    return refuse('A department lead needs a department.')
  }
  return { ok: true, details: parsed.data }
}

function refuse(departmentId: string): LeadResult {
  return { ok: false, errors: { departmentId } }
}

function trimmed(typed: TypedLead): TypedLead {
  const entries = Object.entries(typed).map(([key, value]) => [key, value.replace(/\s+/g, ' ').trim()])
  return Object.fromEntries(entries) as unknown as TypedLead
}

function errorsOf(error: z.ZodError): LeadErrors {
  return Object.fromEntries(error.issues.toReversed().map((issue) => [String(issue.path[0]), issue.message]))
}
