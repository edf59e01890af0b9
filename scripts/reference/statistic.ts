import { z } from 'zod'
import { isMeasured, type Measure, type TooFew } from '#app/scoring/measure.ts'
import type { Figures } from './reference-file.ts'

/** Works out the figures of one case; throws if its input is not of the kind that the statistic takes. */
export type Statistic = (input: unknown, params: unknown) => Figures

/** A statistic with the shape of its input and its params: both are parsed, so that `compute` is typed. */
export function statistic<Input, Params>(
  input: z.ZodType<Input>,
  params: z.ZodType<Params>,
  compute: (input: Input, params: Params) => Figures,
): Statistic {
  return (given, settings) => compute(input.parse(given), params.parse(settings))
}

export function figureOf(measure: Measure): { value: number | null } {
  return { value: isMeasured(measure) ? measure.value : null }
}

/** What is known of a measure of several figures: the figures, or nothing. */
export function known<T extends { kind: 'measured' }>(measure: T | TooFew): Partial<T> & { kind: string } {
  return measure as Partial<T> & { kind: string }
}

export const noParams = z.object({})
const answer = z.number().nullable()
export const answers = z.array(answer)
export const given = answers.transform((values) => values.filter((value) => value !== null))
export const values = z.object({ values: answers })
export const matrix = z.object({ matrix: z.array(answers) })
export const ratings = z.object({ ratings: z.array(answers) })
export const counts = z.object({ counts: z.array(z.number().nonnegative()) })
export const themes = z.array(z.string())
export const lists = z.object({ lists: z.array(themes) })
export const twoLists = z.object({ x: themes, y: themes })
export const twoGroups = z.object({ x: given, y: given })
export const persistence = z.object({ p: z.number() })
