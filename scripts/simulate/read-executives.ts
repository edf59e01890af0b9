import { z } from 'zod'
import { normaliseLabel } from '#app/http/normalise-text.ts'
import type { Level } from '#app/questionnaire/instrument.ts'

const lineSchema = z.object({
  id: z.string(),
  person: z.string(),
  text: z.string().min(1).transform(normaliseLabel),
  theme: z.string(),
})

const executivesSchema = z
  .object({
    format: z.literal('executives/1'),
    name: z.string().min(1),
    people: z.record(z.string(), z.string().min(1)),
    themes: z.record(z.string(), z.string().min(1)),
    questions: z.array(z.object({ id: z.string(), text: z.string(), lines: z.array(lineSchema) })).min(3),
  })
  .superRefine((file, context) => {
    for (const line of file.questions.flatMap((question) => question.lines)) {
      if (!(line.person in file.people))
        complain(context, `line ${line.id} is by ${line.person}, who is not among the people`)
      if (!(line.theme in file.themes))
        complain(context, `line ${line.id} has the theme ${line.theme}, which has no name`)
    }
  })

export type ExecutivesLine = z.infer<typeof lineSchema>

export interface Person {
  id: string
  name: string
  email: string
  role: string
  department: string
  level: Level
}

/** A leadership team with what each of them wrote, from a file of the form executives/1. */
export interface Executives {
  name: string
  people: Person[]
  /** Theme id to the name that a person gave it. */
  themes: Record<string, string>
  /** What was written about priorities, stops and dependencies, in this order. */
  questions: { id: string; lines: ExecutivesLine[] }[]
}

/** Reads the file's text; the last third of its people become department leads. */
export function readExecutives(json: string): Executives {
  const file = executivesSchema.parse(JSON.parse(json))
  const entries = Object.entries(file.people)
  const seniors = entries.length - Math.floor(entries.length / 3)
  const people = entries.map(
    ([id, role], index): Person => ({
      id,
      name: `${role} ${id}`,
      email: `${id.toLowerCase()}@${file.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example`,
      role,
      department: departmentOf(role),
      level: index < seniors ? 'senior' : 'department',
    }),
  )
  return { name: file.name, people, themes: file.themes, questions: file.questions.slice(0, 3) }
}

const DEPARTMENT_OF: Record<string, string> = {
  CEO: 'General management',
  CFO: 'Finance',
  CTO: 'Technology',
  CIO: 'Technology',
  CPO: 'Product',
  CRO: 'Sales',
  CCO: 'Commercial',
  CMO: 'Marketing',
  COO: 'Operations',
  CHRO: 'People',
  CISO: 'Security',
}

/** The file knows roles only: the department is what the role heads. */
function departmentOf(role: string): string {
  const bare = role
    .replace(/^(vp|svp|evp|head|director|chief|general)\s+(of\s+)?/i, '')
    .replace(/\s+(officer|director)$/i, '')
  return DEPARTMENT_OF[role.toUpperCase()] ?? bare.charAt(0).toUpperCase() + bare.slice(1)
}

function complain(context: z.RefinementCtx, message: string): void {
  context.addIssue({ code: 'custom', message })
}
