import { z } from 'zod'
import type { Calibration } from '../proposal.ts'
import { NORMALISER } from '../reading/read-lines.ts'
import file from './calibrations.v1.json' with { type: 'json' }

const height = z.number().min(0).max(1)

const recordSchema = z
  .object({
    encoder: z.string().min(1),
    normaliser: z.string().min(1),
    veryLikely: height,
    automatic: height,
    maybe: height,
    careful: height,
    free: height,
    link: height,
  })
  .refine(
    ({ veryLikely, careful, automatic, free, maybe }) =>
      veryLikely >= careful && careful >= automatic && automatic >= free && automatic > maybe,
    'the heights must fall from very likely over careful and automatic to free and maybe',
  )

/**
 * The thresholds that were found for an encoder with the present normaliser. Null where there are none: those of another
 * encoder or another normaliser would be wrong without anybody noticing.
 */
export function calibrationOf(
  encoder: string,
  normaliser: string = NORMALISER,
  records: readonly unknown[] = file.records,
): Calibration | null {
  const parsed = records.map((record) => recordSchema.parse(record))
  return parsed.find((record) => record.encoder === encoder && record.normaliser === normaliser) ?? null
}
