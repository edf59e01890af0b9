import { z } from 'zod'
import { instrumentFaults, itemFaults } from './instrument-faults.ts'

/** The two levels of a leadership team: the senior team, and the leads of the departments. */
export const LEVELS = ['senior', 'department'] as const
export type Level = (typeof LEVELS)[number]

/** What a group of items measures. */
export const CONSTRUCTS = [
  'alignment',
  'focus',
  'accountability',
  'decision-flow',
  'rhythm',
  'outcomes',
  'readiness',
] as const
export type Construct = (typeof CONSTRUCTS)[number]

const levelSchema = z.enum(LEVELS)
const constructSchema = z.enum(CONSTRUCTS)
const idSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'use lower-case letters, digits and hyphens')
/** The most characters that a text item may ask for. */
export const LONGEST_TEXT = 20_000

const wordingSchema = z.string().min(1).max(300)
/** A tag such as `de` or `pt-BR` (BCP 47). */
export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'use a language tag such as "de" or "pt-BR"')

const optionSchema = z.object({
  id: idSchema,
  label: wordingSchema,
  /** How healthy this option is, 0..1; leave out where options are not better or worse. */
  strength: z.number().min(0).max(1).optional(),
})

const itemBase = {
  id: idSchema,
  construct: constructSchema,
  levels: z
    .array(levelSchema)
    .min(1)
    .default([...LEVELS]),
  wording: wordingSchema,
  /** Wording for one level where it differs from `wording`. */
  wordingByLevel: z.partialRecord(levelSchema, wordingSchema).default({}),
  help: z.string().max(400).default(''),
  /** Help for one level where it differs from `help`. */
  helpByLevel: z.partialRecord(levelSchema, z.string().max(400)).optional(),
  /** An empty answer is asked about once more before the section is left. */
  askedWhenEmpty: z.boolean().default(false),
}

const pickerSchema = z.object({
  id: idSchema,
  label: wordingSchema,
  options: z.literal('departments'),
})

const plainItemSchema = z.discriminatedUnion('kind', [
  z.object({
    ...itemBase,
    kind: z.literal('lines'),
    most: z.number().int().min(1).max(10),
    /** How many lines an answer is expected to hold: the k of "top k". */
    asked: z.number().int().min(1).max(10),
    ordered: z.boolean(),
    pickers: z.array(pickerSchema).default([]),
    /** Size of the catalogue of themes that chance is reckoned with (M), at least twice `asked`. */
    catalogueSize: z.number().int().min(2),
    /** Whether lines are grouped into themes and compared; key results are read one by one instead. */
    themed: z.boolean().default(true),
    nothingLabel: wordingSchema.default('Nothing comes to mind'),
  }),
  z.object({
    ...itemBase,
    kind: z.literal('scale'),
    /** Labels of points 1..5; the second and fourth may be empty. */
    labels: z.tuple([wordingSchema, z.string(), wordingSchema, z.string(), wordingSchema]),
    healthyEnd: z.enum(['high', 'low']),
  }),
  z.object({ ...itemBase, kind: z.literal('owner') }),
  z.object({
    ...itemBase,
    kind: z.literal('choice'),
    options: z.array(optionSchema).min(2).max(12),
    ordered: z.boolean(),
    /** An option that also asks for one typed line, such as "something specific". */
    specify: z.object({ option: idSchema, label: wordingSchema }).optional(),
  }),
  z.object({ ...itemBase, kind: z.literal('multi'), options: z.array(optionSchema).min(2).max(12) }),
  z.object({
    ...itemBase,
    kind: z.literal('number'),
    min: z.number().int(),
    max: z.number().int(),
    unit: z.string().max(40).default(''),
  }),
  z.object({
    ...itemBase,
    kind: z.literal('text'),
    maxLength: z.number().int().min(1).max(LONGEST_TEXT).default(1000),
  }),
])

/** An item on its own, with what its parts must be to one another. */
export const itemSchema = plainItemSchema.superRefine((item, context) => {
  for (const { path, message } of itemFaults(item)) context.addIssue({ code: 'custom', path, message })
})

export const sectionSchema = z.object({
  id: idSchema,
  construct: constructSchema,
  title: wordingSchema,
  intro: z.string().max(400).default(''),
  items: z.array(itemSchema).min(1),
})

export const instrumentSchema = z
  .object({
    format: z.literal('plumbline-instrument/1'),
    id: idSchema,
    version: z.number().int().min(1),
    title: wordingSchema,
    purpose: wordingSchema,
    minutes: z.string().max(20),
    language: z.string().min(2).max(35),
    sections: z.array(sectionSchema).min(1),
    /** Roles that its owner items were written for, to plan an engagement by. */
    ownerRoles: z.array(z.string().min(1).max(80)).max(20).optional(),
    /** It goes on to ask how far each commitment has come that was made after an earlier round. */
    commitments: z.boolean().optional(),
    /** Further languages: tag to texts, each under its key (`texts.ts`). Option ids stay, so answers stay comparable. */
    translations: z.record(languageSchema, z.record(z.string(), z.string().min(1).max(400))).optional(),
  })
  .superRefine((instrument, context) => {
    for (const { path, message } of instrumentFaults(instrument)) {
      context.addIssue({ code: 'custom', path, message })
    }
  })

export type Option = z.infer<typeof optionSchema>
export type Item = z.infer<typeof plainItemSchema>
export type ItemKind = Item['kind']
export type ItemOf<Kind extends ItemKind> = Extract<Item, { kind: Kind }>
export type Section = z.infer<typeof sectionSchema>
export type Instrument = z.infer<typeof instrumentSchema>
