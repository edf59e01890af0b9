import { z } from 'zod'
import { CADENCES, type Cadence } from './forum.ts'
import templatesJson from './forum-templates.v1.json' with { type: 'json' }

const textSchema = z.string().min(1)
const limitSchema = z.object({ most: z.int().positive(), reason: textSchema })

const templateSchema = z.object({
  cadence: z.enum(CADENCES),
  name: textSchema,
  purpose: textSchema,
  decides: textSchema,
  agenda: z.array(textSchema).min(3),
  inputs: textSchema,
  outputs: textSchema,
  /** What such a meeting turns into, one for each way of failing that has a finding of its own. */
  mustNotBecome: z.array(z.object({ rule: textSchema, words: textSchema })).length(3),
  minutes: z.int().positive(),
  /** The longest that its purpose needs, and why. */
  most: z.object({ minutes: z.int().positive(), reason: textSchema }),
})

const templatesSchema = z.object({
  format: z.literal('plumbline-forum-templates/1'),
  templates: z.array(templateSchema).length(CADENCES.length),
  limits: z.object({
    hoursAMonth: limitSchema,
    forums: limitSchema,
    questions: limitSchema,
    alike: z.object({ share: z.number().gt(0).lte(1), reason: textSchema }),
  }),
})

export type ForumTemplate = z.infer<typeof templateSchema>

const { templates, limits } = templatesSchema.parse(templatesJson)

export const FORUM_TEMPLATES: readonly ForumTemplate[] = templates
/** From where on a rhythm is said to cost too much, each with its reason. */
export const RHYTHM_LIMITS = limits

export function templateOf(cadence: Cadence): ForumTemplate {
  const found = templates.find((template) => template.cadence === cadence)
  if (!found) throw new Error(`no template for ${cadence} forums`)
  return found
}
