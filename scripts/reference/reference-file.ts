import { z } from 'zod'

const figureSchema = z.union([z.number(), z.null(), z.array(z.union([z.number(), z.null()]))])

const caseSchema = z.object({
  id: z.string().min(1),
  statistic: z.string().min(1),
  input: z.record(z.string(), z.unknown()),
  params: z.record(z.string(), z.unknown()).default({}),
  expected: z.record(z.string(), figureSchema),
  tolerance: z.number().nonnegative(),
})

const fileSchema = z.object({
  format: z.literal('agreement-reference/1', 'the format must be agreement-reference/1'),
  cases: z.array(caseSchema).min(1, 'there are no cases'),
})

/** A figure that a program gives; null where the statistic is undefined; a list in statistics of several items. */
export type Figure = z.infer<typeof figureSchema>
export type Figures = Readonly<Record<string, Figure>>
export type ReferenceCase = z.infer<typeof caseSchema>

/** The cases of a file of reference values, or one line that says what is wrong with it. */
export function readReferenceFile(
  text: string,
): { ok: true; cases: ReferenceCase[] } | { ok: false; error: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { ok: false, error: `not JSON: ${(error as Error).message.split('\n')[0]}` }
  }
  const parsed = fileSchema.safeParse(json)
  if (parsed.success) return { ok: true, cases: parsed.data.cases }
  const [issue] = parsed.error.issues
  return {
    ok: false,
    error: `not a reference file: ${issue?.path.join('.') || 'the whole'}: ${issue?.message}`,
  }
}
