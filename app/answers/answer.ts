import { z } from 'zod'
import { LONGEST_TEXT } from '#app/questionnaire/instrument.ts'

/** The longest line of a `lines` answer, in characters. */
export const LINE_LENGTH = 140

export const lineSchema = z.object({
  text: z.string().min(1).max(LINE_LENGTH),
  /** Picker id to the chosen department id, where the item declares pickers. */
  picks: z.record(z.string(), z.string()).default({}),
})

/** Who an `owner` item names. Only `role` is a real owner; the others match nobody (clear-owner distance). */
export const ownerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('role'), roleId: z.string() }),
  z.object({ kind: z.literal('someone-else'), text: z.string().max(LINE_LENGTH) }),
  z.object({ kind: z.literal('shared') }),
  z.object({ kind: z.literal('nobody') }),
  z.object({ kind: z.literal('offline') }),
])

/** What was said, by kind of item. An empty list of lines means "nothing comes to mind". */
export const valueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lines'), lines: z.array(lineSchema) }),
  z.object({ kind: z.literal('scale'), point: z.number().int().min(1).max(5) }),
  z.object({ kind: z.literal('owner'), owner: ownerSchema }),
  z.object({ kind: z.literal('choice'), option: z.string(), text: z.string().max(LINE_LENGTH).default('') }),
  z.object({ kind: z.literal('multi'), options: z.array(z.string()) }),
  z.object({ kind: z.literal('number'), number: z.number().int() }),
  z.object({
    kind: z.literal('text'),
    text: z.string().min(1).max(LONGEST_TEXT),
    mayQuote: z.boolean().default(true),
  }),
])

/** The four states that are kept apart in storage, scoring and exports. */
export const answerSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('answered'), value: valueSchema }),
  z.object({ state: z.literal('cant-say') }),
  z.object({ state: z.literal('not-applicable') }),
  z.object({ state: z.literal('skipped') }),
])

export type Line = z.infer<typeof lineSchema>
export type Owner = z.infer<typeof ownerSchema>
export type Value = z.infer<typeof valueSchema>
export type ValueOf<Kind extends Value['kind']> = Extract<Value, { kind: Kind }>
export type Answer = z.infer<typeof answerSchema>

/** Item id to answer. An item that is missing here counts as skipped. */
export const answersSchema = z.record(z.string(), answerSchema)
export type Answers = z.infer<typeof answersSchema>

/** The value of an answer of the named kind, or null where the item was not answered. */
export function givenValue<Kind extends Value['kind']>(
  answer: Answer | undefined,
  kind: Kind,
): ValueOf<Kind> | null {
  if (answer?.state !== 'answered' || answer.value.kind !== kind) return null
  return answer.value as ValueOf<Kind>
}

/** A text of which nothing shows is kept as it was typed, and counts as an item that was left empty. */
export function isBlank(answer: Answer | undefined): boolean {
  const text = givenValue(answer, 'text')?.text
  return text !== undefined && /^[\s\p{Cf}]*$/u.test(text)
}
