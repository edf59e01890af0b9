import { z } from 'zod'
import { answersSchema } from '#app/answers/answer.ts'
import { instrumentSchema, LEVELS } from '#app/questionnaire/instrument.ts'
import { PLAN_KINDS, PLAN_SCHEMAS } from '#app/redesign/plan/plan.ts'
import { isDay } from '#app/rounds/day.ts'
import { MAIL_KINDS } from '#app/rounds/mail/mail.ts'
import { PRIVACY_MODES, ROUND_STATES, SMALLEST_GROUP } from '#app/rounds/round.ts'
import { EDIT_KINDS } from '../edits/edit.ts'
import { frozenReportSchema } from './frozen-report.ts'

export const PARCEL_FORMAT = 'plumbline-engagement/1'

const id = z.uuid()
/** Of themes and lines, which have their ids within one round. */
const inner = z.string().min(1).max(200)
const label = z.string().max(300)
const words = z.string().max(20_000)
const day = z.string().refine(isDay, 'is no day')
const time = z.iso.datetime()
const named = z.array(z.object({ id: z.string().min(1).max(200), name: label })).max(200)
const level = z.enum(LEVELS)
/** `own:…`, `earlier/senior:…`, `own/senior/tiebreak:…`: where an answer counts, and its hash. */
const FOUNDATION_KEY = /^(own|earlier)(\/[a-z]+(\/[a-z][a-z0-9-]{0,39}(\/named)?)?)?:[0-9a-f]{32,64}$/
const planKind = z.enum(PLAN_KINDS)
const planContent = z.record(z.string(), z.unknown())
const mailText = z.object({ subject: words, body: words })

const theme = {
  id: inner,
  itemId: inner,
  name: label,
  definition: words,
  state: z.enum(['proposed', 'confirmed']),
  coder: label.nullable(),
  decidedOn: day.nullable(),
  knownId: inner.nullable(),
}
const line = {
  id: inner,
  itemId: inner,
  submissionId: id,
  position: z.number().int().min(0).max(1000),
  text: label,
  themeId: inner,
}

export const engagementSchema = z.strictObject({
  id,
  clientName: label.min(1),
  departments: named,
  roles: named,
  createdOn: day,
  archivedOn: day.nullable(),
})

/** One list a noun. Nothing is taken in that is not named here. */
export const NOUN_SCHEMAS = {
  leads: z.strictObject({
    id,
    name: label.min(1),
    email: label,
    level,
    departmentId: inner.nullable(),
    jobTitle: label,
    leftOn: day.nullable(),
  }),
  glossary: z.strictObject({ term: label.min(1), meaning: words, coder: label, addedOn: day }),
  planEntries: z
    .strictObject({
      id,
      kind: planKind,
      position: z.number().int(),
      content: planContent,
      revision: z.number().int().min(1),
      changedOn: day,
      changedBy: label,
    })
    .refine(({ kind, content }) => PLAN_SCHEMAS[kind].safeParse(content).success, 'is no entry of its kind'),
  planChanges: z
    .strictObject({
      entryId: id,
      kind: planKind,
      act: z.enum(['added', 'changed', 'removed']),
      before: planContent.nullable(),
      after: planContent.nullable(),
      changedOn: day,
      changedBy: label,
    })
    .refine(
      ({ kind, before, after }) =>
        [before, after].every((content) => !content || PLAN_SCHEMAS[kind].safeParse(content).success),
      'is no change of its kind',
    ),
  rounds: z.strictObject({
    id,
    title: label.min(1),
    instrumentKey: label,
    instrument: instrumentSchema.nullable(),
    privacyMode: z.enum(PRIVACY_MODES),
    smallestGroup: z.number().int().min(SMALLEST_GROUP.floor).max(1000),
    state: z.enum(ROUND_STATES),
    opensOn: day,
    closesOn: day,
    openedOn: day.nullable(),
    closedOn: day.nullable(),
    promisedBy: words.nullable(),
    timeZone: z.string().refine(isTimeZone, 'is no time zone'),
    closesItself: z.boolean(),
    keepUntil: day.nullable(),
    answersDeletedOn: day.nullable(),
  }),
  commitments: z.strictObject({ roundId: id, commitments: z.array(z.unknown()).max(100) }),
  participations: z.strictObject({
    roundId: id,
    id,
    leadId: id,
    consented: z.boolean(),
    submitted: z.boolean(),
    language: z.string().max(40).nullable(),
    withdrawnOn: day.nullable(),
  }),
  submissions: z.strictObject({ roundId: id, id, participationId: id, level, answers: answersSchema }),
  themes: z.strictObject({ roundId: id, ...theme }),
  lines: z.strictObject({ roundId: id, ...line }),
  partedLines: z.strictObject({ roundId: id, itemId: inner, lineA: inner, lineB: inner }),
  codebookVersions: z.strictObject({
    roundId: id,
    version: z.number().int().min(1),
    reason: words,
    coder: label,
    openedOn: day,
    lockedOn: day.nullable(),
    codebook: z.object({ themes: z.array(z.object(theme)), lines: z.array(z.object(line)) }).nullable(),
  }),
  secondCodings: z.strictObject({ roundId: id, coder: label, startedOn: day }),
  secondCodes: z.strictObject({ roundId: id, lineId: inner, theme: label }),
  themeLinks: z.strictObject({
    roundId: id,
    themeA: inner,
    themeB: inner,
    kind: z.enum(['conflict', 'dependency']),
    why: words,
    state: z.enum(['proposed', 'confirmed', 'rejected']),
    coder: label.nullable(),
    decidedOn: day.nullable(),
  }),
  edits: z.strictObject({
    roundId: id,
    target: words,
    kind: z.enum(EDIT_KINDS),
    base: words,
    value: words,
  }),
  editEvents: z.strictObject({
    roundId: id,
    at: time,
    byName: label,
    target: words,
    kind: z.enum(EDIT_KINDS),
    act: z.enum(['changed', 'kept', 'dropped']),
    beforeWords: words,
    afterWords: words,
  }),
  quotes: z.strictObject({ roundId: id, sourceKey: inner, ruleId: label, extract: words }),
  reportVersions: z.strictObject({
    roundId: id,
    id,
    version: z.number().int().min(1),
    document: frozenReportSchema,
    publishedOn: day,
    restsOn: z.array(z.string().regex(FOUNDATION_KEY)).nullable(),
  }),
  mails: z.strictObject({
    roundId: id,
    id,
    participationId: id,
    kind: z.enum(MAIL_KINDS),
    ordinal: z.number().int().min(1),
    text: mailText,
    midwayText: mailText.nullable(),
    state: z.enum(['sent', 'refused', 'uncertain', 'withdrawn']),
    attempts: z.number().int().min(0),
    dueAt: time,
    words,
    settledOn: day.nullable(),
  }),
  events: z.strictObject({ at: time, consultantName: label, words }),
} as const

const lists = Object.fromEntries(
  Object.entries(NOUN_SCHEMAS).map(([noun, schema]) => [noun, z.array(schema).max(200_000)]),
) as { [Noun in keyof typeof NOUN_SCHEMAS]: z.ZodArray<(typeof NOUN_SCHEMAS)[Noun]> }

export const parcelSchema = z.object({ engagement: engagementSchema, ...lists })

/** An engagement as it travels from one server to another. */
export type Parcel = z.infer<typeof parcelSchema>

/** What stands in a parcel, with the checksum of each file, so that what was cut or changed on the way is noticed. */
export const manifestSchema = z.object({
  format: z.string(),
  exportedOn: day,
  softwareVersion: z.string().max(40),
  files: z
    .array(z.object({ name: z.string().max(100), bytes: z.number().int(), sha256: z.string().length(64) }))
    .max(100),
})

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
