import { z } from 'zod'
import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { LEVEL_NAMES } from '#app/rounds/count-words.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import resistanceJson from './resistance.v1.json' with { type: 'json' }
import { type Countermeasure, RESISTANCES } from './stage.ts'

const textSchema = z.string().min(1)

export const { sources: RESISTANCE_SOURCES } = z
  .object({
    format: z.literal('plumbline-resistance/1'),
    sources: z.array(
      z.object({
        id: z.enum(RESISTANCES),
        name: textSchema,
        why: textSchema,
        action: textSchema,
        /** The item that asks how far this is settled already. */
        asks: textSchema,
      }),
    ),
  })
  .parse(resistanceJson)

/** One reason why managers resist, what could be done, and what the team itself said about it. */
export interface DraftCountermeasure {
  against: Countermeasure['against']
  name: string
  why: string
  action: string
  /** "senior team 2.1 of 5 (9 people)"; empty where it was not asked or may not be shown. */
  said: string[]
}

/** The three reasons that the literature on such changes names, each with the figures of the round where there are some. */
export function draftCountermeasures(scores: RoundScores | null): DraftCountermeasure[] {
  return RESISTANCE_SOURCES.map(({ id, asks, ...rest }) => ({
    against: id,
    name: rest.name,
    why: rest.why,
    action: rest.action,
    said: scores ? LEVELS.flatMap((level) => saidOf(scores, asks, level)) : [],
  }))
}

function saidOf(scores: RoundScores, itemId: string, level: Level): string[] {
  const score = scores.items.find((item) => item.itemId === itemId)?.byLevel[level]
  if (score?.kind !== 'measured' || score.detail.kind !== 'scale') return []
  return [`${LEVEL_NAMES[level]}: ${score.detail.mean} of 5, n ${score.n}`]
}
