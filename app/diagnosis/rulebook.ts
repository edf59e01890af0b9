import { z } from 'zod'
import { CONSTRUCTS, LEVELS } from '#app/questionnaire/instrument.ts'
import { AILMENTS } from './diagnosis.ts'
import rulebookJson from './rulebook.v2.json'
import { figuresIn } from './template.ts'

const textSchema = z.string().min(1)
const levelSchema = z.enum(LEVELS)
const construct = z.enum(CONSTRUCTS)
/** Within one level, or across the two. */
const sideSchema = z.enum([...LEVELS, 'across'])
/** People of one level, or of every level that may be shown. */
const groupSchema = z.enum([...LEVELS, 'everyone'])

/** A figure of a round, named the way a rule asks for it. */
export const figureRefSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('agreement'), item: z.string(), level: sideSchema }),
  z.object({ of: z.literal('construct-agreement'), construct, level: sideSchema }),
  z.object({ of: z.literal('item-strength'), item: z.string(), level: levelSchema }),
  z.object({ of: z.literal('construct-strength'), construct, level: levelSchema }),
  z.object({
    of: z.literal('people'),
    item: z.string(),
    group: groupSchema,
    /** unhealthy: the two weak points of a scale; no-real-owner, top-role: of an owner item; nothing: of lines. */
    who: z.enum(['unhealthy', 'no-real-owner', 'top-role', 'nothing']),
  }),
  z.object({
    of: z.literal('people-choosing'),
    item: z.string(),
    group: groupSchema,
    options: z.array(z.string()).min(1),
    /** What those people said, for the evidence. */
    saying: textSchema,
    /** Count everybody who chose something else. */
    others: z.boolean().default(false),
  }),
  z.object({ of: z.literal('top-theme'), item: z.string(), level: levelSchema }),
  z.object({ of: z.literal('effective-priorities'), level: levelSchema }),
  z.object({ of: z.literal('distinct-priorities'), level: levelSchema }),
  z.object({ of: z.literal('can-name-stop'), level: levelSchema }),
  z.object({ of: z.literal('illusion'), item: z.string(), level: levelSchema }),
  z.object({ of: z.literal('trade-offs'), who: z.enum(['share-priority', 'specific']) }),
  z.object({ of: z.literal('level-gap'), construct }),
  z.object({ of: z.literal('coverage') }),
  z.object({ of: z.literal('collisions') }),
  z.object({ of: z.literal('signals') }),
  z.object({ of: z.literal('signals-present') }),
  z.object({ of: z.literal('camps'), level: levelSchema }),
  z.object({
    of: z.literal('key-results'),
    item: z.string(),
    group: groupSchema,
    kinds: z.array(z.enum(['activity', 'output', 'outcome'])).min(1),
  }),
  z.object({ of: z.literal('median'), item: z.string(), level: levelSchema }),
  z.object({ of: z.literal('handshake'), item: z.string() }),
])

export const OPERATORS = ['below', 'at-most', 'at-least', 'above'] as const

const comparisonSchema = z.object({
  /** Name of one of the rule's figures. */
  figure: z.string(),
  is: z.enum(OPERATORS),
  threshold: z.number(),
  /** The plausible range must not reach this value; without it the range only grades the certainty. */
  clearOf: z.number().optional(),
  /** A plain count of what was said, which has no range: certainty is then "likely". */
  plain: z.boolean().default(false),
  /** A precondition that is read off as it stands: it does not weaken the certainty. */
  given: z.boolean().default(false),
  /** Where the threshold comes from. */
  source: textSchema,
})

export type Comparison = z.infer<typeof comparisonSchema>
export type Condition = Comparison | { all: Condition[] } | { any: Condition[]; atLeast?: number }

const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    comparisonSchema,
    z.strictObject({ all: z.array(conditionSchema).min(2) }),
    z.strictObject({ any: z.array(conditionSchema).min(2), atLeast: z.number().int().min(2).optional() }),
  ]),
)

const wordingsSchema = z.array(textSchema).min(1)

const moveSchema = z.object({
  /** Verb and object. */
  action: textSchema,
  ownerRole: textSchema,
  effect: textSchema,
  days: z.number().int().min(1).max(90),
})

export const ruleSchema = z
  .object({
    id: z.string().regex(/^[a-z][a-z-]+$/),
    name: textSchema,
    construct,
    ailment: z.enum(AILMENTS).nullable(),
    severity: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
    kind: z.enum(['problem', 'strength']),
    figures: z.record(z.string(), figureRefSchema),
    when: conditionSchema,
    /** The finding as a title, and as the part of a sentence that a verdict is made of: the first wording that can be said. */
    headline: wordingsSchema,
    clause: wordingsSchema,
    /** The finding in full: every sentence that can be said. */
    statement: wordingsSchema,
    meaning: textSchema,
    moves: z.array(moveSchema),
  })
  .superRefine((rule, context) => {
    const issue = (message: string) => context.addIssue({ code: 'custom', message: `${rule.id}: ${message}` })
    const wordings = [...rule.headline, ...rule.clause, ...rule.statement]
    const named = [...comparisonsOf(rule.when).map(({ figure }) => figure), ...wordings.flatMap(figuresIn)]
    for (const name of named.filter((name) => !rule.figures[name])) issue(`there is no figure "${name}"`)
    const certain = certainFigures(rule.when)
    const canAlwaysBeSaid = (wording: string) => figuresIn(wording).every((name) => certain.includes(name))
    for (const part of ['headline', 'clause', 'statement'] as const) {
      if (!rule[part].some(canAlwaysBeSaid)) issue(`no ${part} can be said whenever the rule fires`)
    }
  })

export const rulebookSchema = z
  .object({
    format: z.literal('plumbline-rulebook/1'),
    version: textSchema,
    /** What each construct and each item is about, as a part of a sentence. */
    constructs: z.record(construct, textSchema),
    subjects: z.record(z.string(), textSchema),
    ailments: z.record(z.enum(AILMENTS), textSchema),
    rules: z.array(ruleSchema).min(1),
  })
  .superRefine((rulebook, context) => {
    const ids = rulebook.rules.map((rule) => rule.id)
    for (const id of ids.filter((id, index) => ids.indexOf(id) !== index)) {
      context.addIssue({ code: 'custom', message: `the rule "${id}" is there twice` })
    }
  })

export type FigureRef = z.infer<typeof figureRefSchema>
export type Rule = z.infer<typeof ruleSchema>
export type Rulebook = z.infer<typeof rulebookSchema>

/** All comparisons of a condition, however deep. */
export function comparisonsOf(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsOf)
  if ('any' in condition) return condition.any.flatMap(comparisonsOf)
  return [condition]
}

/** Figures that are known wherever the condition holds. */
function certainFigures(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(certainFigures)
  if (!('any' in condition)) return [condition.figure]
  const [first = [], ...others] = condition.any.map(certainFigures)
  return first.filter((name) => others.every((names) => names.includes(name)))
}

export function ruleName(ruleId: string): string {
  return currentRulebook.rules.find(({ id }) => id === ruleId)?.name ?? ruleId
}

/** The rulebook that ships. A released file never changes; a new rule or meaning is a new version, and the old file stays. */
export const currentRulebook: Rulebook = rulebookSchema.parse(rulebookJson)
