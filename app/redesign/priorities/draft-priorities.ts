import { peopleWords, tallyOf } from '#app/diagnosis/people-words.ts'
import { sidesWords } from '#app/diagnosis/sides-words.ts'
import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { sameName } from '#app/rounds/named-list.ts'
import type { PeopleCount } from '#app/scoring/measure.ts'
import type { RoundScores, ThemeMentions } from '#app/scoring/round-scores.ts'

/** What leaders called a priority, or was sealed as one: matter for a talk, not yet an outcome. */
export interface DraftPriority {
  name: string
  /** It was sealed before anybody was asked. */
  official: boolean
  /** Who named it: "five of nine senior leaders"; empty where nobody did, or it may not be said. */
  namedBy: string
  /** How many of the senior team put it first; null where that cannot be said. */
  putFirst: string | null
  /** Who would stop it; null where nobody would. */
  stoppedBy: string | null
}

/** Themes beside the official ones: the plan takes three to five, and a long list would ask for more. */
const MOST_THEMES = 6

type Sides = Record<Level, PeopleCount | null>

/** The official priorities, where the key is open, then the themes that the senior team named most. */
export function draftPriorities(scores: RoundScores): DraftPriority[] {
  const official = (scores.recall ?? []).map(({ priority, ...sides }) => ({
    ...NOTHING_SAID,
    name: priority,
    official: true,
    namedBy: sidesWords(sides),
  }))
  const taken = new Set(official.map(({ name }) => sameName(name)))
  const themes = themesOf(scores, 'senior').filter(({ name }) => !taken.has(sameName(name)))
  return [...official, ...themes.slice(0, MOST_THEMES).map((theme) => draftOf(theme, scores))]
}

const NOTHING_SAID = { putFirst: null, stoppedBy: null }

function draftOf({ name, first }: ThemeMentions, scores: RoundScores): DraftPriority {
  const collision = scores.collisions.find((one) => one.name === name)
  return {
    name,
    official: false,
    namedBy: sidesWords(sidesOf(name, scores)),
    putFirst: first && tallyOf(first).low > 0 ? peopleWords(first) : null,
    stoppedBy: collision ? sidesWords(collision.stop) || null : null,
  }
}

function sidesOf(name: string, scores: RoundScores): Sides {
  const at = (level: Level) => themesOf(scores, level).find((theme) => theme.name === name)?.people ?? null
  return Object.fromEntries(LEVELS.map((level) => [level, at(level)])) as Sides
}

function themesOf(scores: RoundScores, level: Level): ThemeMentions[] {
  const score = scores.items.find(({ itemId }) => itemId === 'priorities')?.byLevel[level]
  return score?.kind === 'measured' && score.detail.kind === 'lines' ? score.detail.themes : []
}
