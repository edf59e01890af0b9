import { tallyOf } from '#app/diagnosis/people-words.ts'
import { sidesWords } from '#app/diagnosis/sides-words.ts'
import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import type { PeopleCount } from '#app/scoring/measure.ts'
import type { RoundScores, ThemeMentions } from '#app/scoring/round-scores.ts'

/** A piece of work that leaders would stop or let wait: a draft to decide on, not a decision. */
export interface NotNowEntry {
  name: string
  /** Who would stop it: "five of nine senior leaders". */
  wantedBy: string
  /** Who counts it among the priorities; null where nobody does. */
  alsoPriorityOf: string | null
}

const MOST_ENTRIES = 8

type Sides = Record<Level, PeopleCount | null>

/** What the leaders named as work to stop or wait, most named first; what is also a priority must be decided first. */
export function draftNotNowList(scores: RoundScores): NotNowEntry[] {
  const colliding = scores.collisions.map(({ name, stop, priority }) => ({
    name,
    wantedBy: sidesWords(stop),
    alsoPriorityOf: sidesWords(priority),
  }))
  const taken = new Set(colliding.map(({ name }) => name))
  const plain = stopsByName(scores)
    .filter(({ name }) => !taken.has(name))
    .map(({ name, sides }) => ({ name, wantedBy: sidesWords(sides), alsoPriorityOf: null }))
  return [...colliding, ...plain].slice(0, MOST_ENTRIES)
}

function stopsByName(scores: RoundScores): { name: string; sides: Sides }[] {
  const item = scores.items.find(({ itemId }) => itemId === 'stops')
  const byName = new Map<string, Sides>()
  for (const level of LEVELS) {
    const score = item?.byLevel[level]
    const themes: ThemeMentions[] =
      score?.kind === 'measured' && score.detail.kind === 'lines' ? score.detail.themes : []
    for (const { name, people } of themes) {
      byName.set(name, { ...(byName.get(name) ?? { senior: null, department: null }), [level]: people })
    }
  }
  return [...byName]
    .map(([name, sides]) => ({ name, sides }))
    .toSorted((one, other) => namedBy(other.sides) - namedBy(one.sides))
}

function namedBy(sides: Sides): number {
  return LEVELS.reduce((sum, level) => sum + (sides[level] ? tallyOf(sides[level]).low : 0), 0)
}
