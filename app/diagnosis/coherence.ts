import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import type { Agreement, RoundScores } from '#app/scoring/round-scores.ts'

/**
 * Held are scales and choices of a few options. Lists and owners offer so many that even careless answers, which fall on the
 * familiar ones, beat a line made for uniform ones. Of random answers about one item in twenty beats its chance line, and
 * about one scale in four looks like two camps. A level has a pattern if a quarter of its items beat the line (at least
 * three), or three fifths of its scales (at least five) show camps: by chance about once in two hundred rounds.
 */
const HELD = ['scale', 'choice', 'multi']
const ABOVE_CHANCE = { share: 0.25, least: 3 } as const
const CAMPS = { share: 0.6, least: 5 } as const

/** The levels whose answers, all items together, can be told from answers given at random. */
export function patternedLevels(scores: RoundScores): Level[] {
  return LEVELS.filter((level) => hasPattern(agreementsOf(scores, level)))
}

function agreementsOf(scores: RoundScores, level: Level): { kind: string; agreement: Agreement }[] {
  return scores.items.flatMap((item) => {
    const score = item.byLevel[level]
    if (score?.kind !== 'measured' || score.agreement?.kind !== 'measured') return []
    return [{ kind: item.kind, agreement: score.agreement }]
  })
}

function hasPattern(items: readonly { kind: string; agreement: Agreement }[]): boolean {
  const held = items.filter(({ kind, agreement }) => HELD.includes(kind) && agreement.chanceLine !== null)
  const above = held.filter(({ agreement }) => agreement.s >= (agreement.chanceLine ?? Infinity))
  if (above.length >= Math.max(ABOVE_CHANCE.least, ABOVE_CHANCE.share * held.length)) return true
  const scales = items.filter(({ kind }) => kind === 'scale')
  const camps = scales.filter(({ agreement }) => agreement.camps)
  return camps.length >= Math.max(CAMPS.least, CAMPS.share * scales.length)
}
