import { z } from 'zod'
import registerJson from './evidence-register.v1.json' with { type: 'json' }

const textSchema = z.string().min(1)

const verifiedSchema = z.object({
  status: z.literal('verified'),
  /** What was read, and what was not. */
  how: textSchema,
  where: z.url(),
  /** YYYY-MM-DD. */
  on: z.iso.date(),
})
const unverifiedSchema = z.object({ status: z.literal('unverified'), why: textSchema })

const entrySchema = z.object({
  id: z.string().regex(/^[a-z][a-z-]+$/),
  /** The figure exactly as it was published, in words that need no percentage. */
  figure: textSchema,
  /** What it was measured with: never this product’s questionnaire. */
  instrument: textSchema,
  source: textSchema,
  year: z.number().int().min(1900).max(2100).nullable(),
  /** What in a report it stands beside. */
  bearing: z.enum(['illusion', 'levels', 'outcomes']),
  verification: z.discriminatedUnion('status', [verifiedSchema, unverifiedSchema]),
})

export const evidenceRegisterSchema = z
  .object({
    format: z.literal('plumbline-evidence/1'),
    entries: z.array(entrySchema),
    /** What is not quoted, however often it is heard. */
    excluded: z.array(z.object({ what: textSchema, why: textSchema, source: textSchema })),
  })
  .superRefine(({ entries }, context) => {
    for (const { id, year, verification } of entries) {
      if (verification.status === 'verified' && year === null)
        context.addIssue({ code: 'custom', message: `${id}: a verified figure has a year` })
      if (entries.filter((other) => other.id === id).length > 1)
        context.addIssue({ code: 'custom', message: `${id} is there twice` })
    }
  })

export type EvidenceRegister = z.infer<typeof evidenceRegisterSchema>
type Entry = EvidenceRegister['entries'][number]
/** A figure of somebody else’s that may be printed. */
export type QuotedFigure = Entry & { verification: z.infer<typeof verifiedSchema>; year: number }

/** Checked when the application starts. */
export const evidenceRegister: EvidenceRegister = evidenceRegisterSchema.parse(registerJson)

/** The only way from the register to paper: what was not verified does not come out. */
export function quotableFigures(register: EvidenceRegister = evidenceRegister): QuotedFigure[] {
  return register.entries.filter(
    (entry): entry is QuotedFigure => entry.verification.status === 'verified' && entry.year !== null,
  )
}
