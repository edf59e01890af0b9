import { z } from 'zod'
import { readKeyResult } from '#app/themes/key-result/key-result.ts'
import usualWorkJson from './usual-work.v1.json' with { type: 'json' }

const wordsSchema = z.array(z.string().regex(/^[a-z]+$/)).min(1)

const { keeping, running, skipped } = z
  .object({
    format: z.literal('plumbline-usual-work/1'),
    keeping: wordsSchema,
    running: wordsSchema,
    skipped: wordsSchema,
  })
  .parse(usualWorkJson)

/**
 * Why a line is work that goes on anyway and so stays outside the objectives; null where it is not. A line that says from
 * where to where something moves is never refused, whatever verb it begins with.
 *
 * @example usualWork('Keep uptime at 99.9 %') // => '“Keep” holds what is there already. …'
 */
export function usualWork(line: string): string | null {
  const word = line
    .toLocaleLowerCase('en')
    .match(/[a-z]+/g)
    ?.find((one) => !skipped.includes(one))
  if (!word) return null
  const { baseline, target } = readKeyResult(line).features
  if (baseline !== null && target !== null) return null
  const shown = word.charAt(0).toUpperCase() + word.slice(1)
  if (keeping.includes(word))
    return `“${shown}” holds what is there already. That is day-to-day work, and objectives are for what has to change: say from where to where, or leave it out.`
  if (running.includes(word))
    return `“${shown}” is work that goes on anyway. Leave it out of the objectives, or say what will be different for a customer or the business, from where to where.`
  return null
}
