import { z } from 'zod'
import { isDay } from './day.ts'
import { PRIVACY_MODES, type Round, SMALLEST_GROUP } from './round.ts'
import { isTimeZone, USUAL_ZONE, zoneOf } from './time-zone.ts'

const LARGEST_SMALLEST_GROUP = 10
export const GROUP_SIZES = Array.from(
  { length: LARGEST_SMALLEST_GROUP - SMALLEST_GROUP.floor + 1 },
  (_, index) => SMALLEST_GROUP.floor + index,
)

const daySchema = z.string().refine(isDay, 'Please give a day, such as 2026-03-09.')

export const roundSettingsSchema = z
  .object({
    title: z
      .string()
      .trim()
      .min(1, 'Please give the round a title.')
      .max(120, 'The title is longer than 120 characters.'),
    instrumentKey: z.string().min(1, 'Please choose a questionnaire.'),
    opensOn: daySchema,
    closesOn: daySchema,
    timeZone: z
      .string()
      .transform((zone) => zone || USUAL_ZONE)
      .refine(isTimeZone, 'Please choose a time zone from the list.')
      .optional(),
    closesItself: z.union([z.boolean(), z.string().transform((ticked) => ticked !== '')]).optional(),
    privacyMode: z.enum(PRIVACY_MODES, 'Please choose who may see what.'),
    smallestGroup: z.coerce
      .number()
      .int()
      .min(SMALLEST_GROUP.floor, `The smallest group cannot be less than ${SMALLEST_GROUP.floor}.`)
      .max(LARGEST_SMALLEST_GROUP, `The smallest group cannot be more than ${LARGEST_SMALLEST_GROUP}.`),
    readersAsked: z.coerce.number().int().min(0).optional(),
  })
  .refine(({ opensOn, closesOn }) => closesOn >= opensOn, {
    path: ['closesOn'],
    message: 'The round cannot end before it begins.',
  })
  .transform(({ readersAsked = 0, ...settings }) => ({
    ...settings,
    smallestGroup: fewestBeside(readersAsked, settings),
  }))
  .refine(({ smallestGroup }) => smallestGroup <= LARGEST_SMALLEST_GROUP, {
    path: ['readersAsked'],
    message: `With so many readers the smallest group would be more than ${LARGEST_SMALLEST_GROUP}.`,
  })

/** What a consultant decides about a round while it is a draft. */
export type RoundSettings = z.infer<typeof roundSettingsSchema>

/**
 * Readers who were asked themselves know what they said and can take it away: the others have to be enough without them. In open
 * mode everybody reads everybody's answers.
 */
function fewestBeside(
  readers: number,
  { privacyMode, smallestGroup }: Pick<Round, 'privacyMode' | 'smallestGroup'>,
): number {
  return privacyMode === 'open' ? smallestGroup : smallestGroup + readers
}

export const ROUND_FIELDS = [
  'title',
  'instrumentKey',
  'opensOn',
  'closesOn',
  'timeZone',
  'closesItself',
  'privacyMode',
  'smallestGroup',
  'readersAsked',
] as const satisfies readonly (keyof z.input<typeof roundSettingsSchema>)[]

export type RoundErrors = Partial<Record<(typeof ROUND_FIELDS)[number], string>>
export type RoundSettingsResult = { ok: true; settings: RoundSettings } | { ok: false; errors: RoundErrors }

export function readRoundSettings(
  typed: Record<string, string>,
  instrumentKeys: readonly string[],
): RoundSettingsResult {
  const parsed = roundSettingsSchema.safeParse(typed)
  if (!parsed.success) return { ok: false, errors: errorsOf(parsed.error) }
  if (instrumentKeys.includes(parsed.data.instrumentKey)) return { ok: true, settings: parsed.data }
  return { ok: false, errors: { instrumentKey: 'This questionnaire is not in the catalogue.' } }
}

export function settingsOf(round: Round): RoundSettings {
  const { title, instrumentKey, opensOn, closesOn, privacyMode, smallestGroup } = round
  const { closesItself = false } = round
  return {
    title,
    instrumentKey,
    opensOn,
    closesOn,
    timeZone: zoneOf(round),
    closesItself,
    privacyMode,
    smallestGroup,
  }
}

function errorsOf(error: z.ZodError): RoundErrors {
  return Object.fromEntries(error.issues.toReversed().map((issue) => [String(issue.path[0]), issue.message]))
}
