import { z } from 'zod'
import type { Scene } from '#app/charts/scene.ts'

const sourceSchema = z.object({
  /** Rule or measure the sentence rests on. */
  rule: z.string(),
  /** The figures behind it, in words: "n 9, agreement 12 of 100 (0 to 31), threshold 30". */
  why: z.string(),
})

/** A sentence with, where it was generated from figures, the reason why it is said. */
const sentenceSchema = z.object({
  text: z.string(),
  source: sourceSchema.optional(),
  /** Written by the consultant in place of the generated sentence; `text` ends with its mark. */
  voice: z.literal('consultant').optional(),
})

const cellSchema = z.string()

export const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({
    kind: z.literal('statement'),
    text: z.string(),
    confidence: z.string(),
    source: sourceSchema.optional(),
  }),
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
    /** To look something up in, not to be read through: small type, close rows. */
    dense: z.literal(true).optional(),
  }),
  z.object({
    kind: z.literal('figure'),
    scene: z.custom<Scene>(),
    /** The same picture laid out anew for the width of a phone. */
    phoneScene: z.custom<Scene>().optional(),
    note: z.string(),
  }),
])

export const pageSchema = z.object({
  id: z.string(),
  /** The page's number in the plan of the report (design: 1 cover ... 20 method). */
  title: z.string(),
  blocks: z.array(blockSchema),
})

/** Whose report it is to look at. Frozen with the document, so that a report keeps the looks it was published in. */
const brandSchema = z.object({
  /** Of the stylesheet and the logo on the server. */
  id: z.string(),
  name: z.string(),
  /** `#rrggbb`; passes 4.5:1 on white. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  /** May stand for the senior level in charts as well: it is told apart from the tone of the department leads. */
  standsForSenior: z.boolean(),
  /** A PNG made by this server, in base64, with its size in pixels: twice the points that it takes at most. */
  logo: z.object({ png: z.string(), width: z.number(), height: z.number() }).nullable(),
  footer: z.string(),
})

/** A construct as one level scored it, in the figures that page 2 shows. */
const constructFigureSchema = z.object({
  label: z.string(),
  level: z.enum(['senior', 'department']),
  strength: z.number().nullable(),
  agreement: z.number().nullable(),
  range: z.tuple([z.number(), z.number()]).nullable(),
  chance: z.number().nullable(),
  n: z.number().nullable(),
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
  brand: brandSchema.nullish(),
  cover: z.object({ facts: z.array(z.object({ label: z.string(), value: z.string() })) }),
  constructs: z.array(constructFigureSchema).optional(),
  pages: z.array(pageSchema).min(1),
})

export type Sentence = z.infer<typeof sentenceSchema>
export type Block = z.infer<typeof blockSchema>
export type ReportPage = z.infer<typeof pageSchema>
export type ReportBrand = z.infer<typeof brandSchema>
export type ConstructFigure = z.infer<typeof constructFigureSchema>
export type ReportDocument = z.infer<typeof reportDocumentSchema>
