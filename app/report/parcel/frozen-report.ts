import { z } from 'zod'
import { type ReportDocument, reportDocumentSchema } from '../document.ts'

const tone = z.enum(['ink', 'muted', 'faint', 'hairline', 'paper', 'senior', 'department'])
const number = z.number()
const painted = {
  fill: tone.optional(),
  stroke: tone.optional(),
  strokeWidth: number.optional(),
  dash: z.tuple([number, number]).optional(),
}

const markSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('line'), x1: number, y1: number, x2: number, y2: number, ...painted }),
  z.strictObject({
    kind: z.literal('rect'),
    x: number,
    y: number,
    width: number,
    height: number,
    ...painted,
  }),
  z.strictObject({ kind: z.literal('circle'), cx: number, cy: number, r: number, ...painted }),
  z.strictObject({ kind: z.literal('path'), d: z.string().regex(/^[\sA-Za-z0-9.,+-]*$/), ...painted }),
  z.strictObject({
    kind: z.literal('text'),
    x: number,
    y: number,
    text: z.string(),
    size: number,
    weight: z.enum(['regular', 'semibold']).optional(),
    anchor: z.enum(['start', 'middle', 'end']).optional(),
    fill: tone.optional(),
  }),
])

const sceneSchema = z.object({
  width: number.positive().max(5000),
  height: number.positive().max(20_000),
  title: z.string(),
  desc: z.string(),
  marks: z.array(markSchema).max(20_000),
})

/** A report that comes from elsewhere: its pictures are looked at as closely as its words. It is stored as it came. */
export const frozenReportSchema = reportDocumentSchema.refine(
  (document) => picturesOf(document).every((scene) => sceneSchema.safeParse(scene).success),
  'holds a picture that cannot be drawn',
)

function picturesOf({ pages }: ReportDocument): unknown[] {
  return pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'figure' ? [block.scene, ...(block.phoneScene ? [block.phoneScene] : [])] : [],
    ),
  )
}
