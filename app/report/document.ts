import { z } from 'zod'
import type { Scene } from '#app/charts/scene.ts'

const sourceSchema = z.object({
  /** Rule or measure the sentence rests on. */
  rule: z.string(),
  /** The figures behind it, in words: "n 9, agreement 12 of 100 (0 to 31), threshold 30". */
  why: z.string(),
})

/** A sentence with, where it was generated from figures, the reason why it is said. */
const sentenceSchema = z.object({ text: z.string(), source: sourceSchema.optional() })

const cellSchema = z.string()

export const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('statement'), text: z.string(), confidence: z.string() }),
  z.object({ kind: z.literal('paragraph'), sentences: z.array(sentenceSchema).min(1) }),
  z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(sentenceSchema).min(1) }),
  z.object({ kind: z.literal('note'), text: z.string() }),
  z.object({
    kind: z.literal('facts'),
    facts: z.array(z.object({ label: z.string(), value: z.string() })).min(1),
  }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    columns: z.array(z.object({ label: z.string(), align: z.enum(['start', 'end']) })).min(1),
    rows: z.array(z.array(cellSchema)),
  }),
  z.object({ kind: z.literal('figure'), scene: z.custom<Scene>(), note: z.string() }),
])

export const pageSchema = z.object({
  id: z.string(),
  /** The page's number in the plan of the report (design: 1 cover ... 20 method). */
  title: z.string(),
  blocks: z.array(blockSchema),
})

/** The report as a value: the web page and the PDF are two renderings of it. Frozen when it is published. */
export const reportDocumentSchema = z.object({
  format: z.literal('plumbline-report/1'),
  documentId: z.string(),
  language: z.string(),
  clientName: z.string(),
  roundTitle: z.string(),
  consultantName: z.string(),
  issuedOn: z.string(),
  privacyPromise: z.string(),
  softwareVersion: z.string(),
  cover: z.object({ facts: z.array(z.object({ label: z.string(), value: z.string() })) }),
  pages: z.array(pageSchema).min(1),
})

export type Sentence = z.infer<typeof sentenceSchema>
export type Block = z.infer<typeof blockSchema>
export type ReportPage = z.infer<typeof pageSchema>
export type ReportDocument = z.infer<typeof reportDocumentSchema>
