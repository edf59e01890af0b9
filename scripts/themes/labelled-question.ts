import { z } from 'zod'

/** The lines of one question with the theme that a person gave each. */
export interface LabelledQuestion {
  id: string
  text: string
  lines: { id: string; person: string; text: string; theme: string }[]
}

const executivesSchema = z.object({
  format: z.literal('executives/1'),
  questions: z
    .array(
      z.object({
        id: z.string(),
        text: z.string().default(''),
        lines: z
          .array(z.object({ id: z.string(), person: z.string(), text: z.string(), theme: z.string() }))
          .min(1),
      }),
    )
    .min(1),
})

const groupsSchema = z.object({
  format: z.literal('groups/1'),
  groups: z
    .array(
      z.object({
        id: z.coerce.string(),
        lines: z.array(z.object({ text: z.string(), label: z.coerce.string() })).min(1),
      }),
    )
    .min(1),
})

const fileSchema = z.discriminatedUnion('format', [executivesSchema, groupsSchema])

/** Reads a file of the form executives/1 or groups/1. In the latter nobody is named: every line is another person's. */
export function readLabelled(json: string): LabelledQuestion[] {
  const file = fileSchema.parse(JSON.parse(json))
  if (file.format === 'executives/1') return file.questions
  return file.groups.map(({ id, lines }) => ({
    id,
    text: '',
    lines: lines.map(({ text, label }, at) => ({ id: `${id}-${at}`, person: `${at}`, text, theme: label })),
  }))
}
