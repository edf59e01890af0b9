import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import type { PeopleCount } from './measure.ts'
import { PRIORITIES, STOPS } from './named-items.ts'
import { likelyCount, peopleCount } from './people-count.ts'
import { type RoundAnswers, shownAnswers } from './round-answers.ts'
import type { Collision } from './round-scores.ts'

type CountByLevel = Collision['priority']

/**
 * Themes that some want done and others want stopped. Themes live within an item, so a priority and a stop meet by their
 * names, whatever the case, or because a person has linked them; then the priority gives the name. Outside open mode only themes that two people of one level named on either side are listed.
 */
export function scoreCollisions(given: RoundAnswers): Collision[] {
  const round = { ...given, themeNames: linkedNames(given) }
  const stops = namesOf(round, STOPS)
  return [...namesOf(round, PRIORITIES)]
    .filter(([key]) => stops.has(key))
    .map(([key, name]) => ({
      name,
      priority: peopleByLevel(round, PRIORITIES, key),
      stop: peopleByLevel(round, STOPS, key),
      namedBy: round.disclosure.open
        ? { priority: peopleNaming(round, PRIORITIES, key), stop: peopleNaming(round, STOPS, key) }
        : null,
    }))
    .filter(({ priority, stop }) => mayBeListed(priority) && mayBeListed(stop))
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.name < b.name ? -1 : 1))
}

/** The names of the themes, a stop that is linked to a priority under the name of that priority. */
function linkedNames({ themeNames, links }: RoundAnswers): ReadonlyMap<string, string> {
  const names = new Map(themeNames)
  for (const { kind, themeIds } of links) {
    const name = themeNames.get(themeIds[0])
    if (kind === 'conflict' && name !== undefined) names.set(themeIds[1], name)
  }
  return names
}

/** Normalised names of the themes that people who may be shown named, with the name to show. */
function namesOf(round: RoundAnswers, itemId: string): Map<string, string> {
  const ids = LEVELS.flatMap((level) => shownAnswers(round, itemId, level)?.themes ?? []).flatMap(
    (list) => list ?? [],
  )
  const names = [...new Set(ids)].map((id) => round.themeNames.get(id) ?? id).sort()
  return new Map(names.map((name) => [normalise(name), name]))
}

/** People of each level who named a theme of this name. */
export function peopleByLevel(round: RoundAnswers, itemId: string, key: string): CountByLevel {
  const countAt = (level: Level): PeopleCount | null => {
    const answers = shownAnswers(round, itemId, level)
    if (!answers) return null
    const people = answers.themes.filter((list) => names(list, round, key)).length
    return peopleCount(people, answers.n, round.disclosure)
  }
  return { senior: countAt('senior'), department: countAt('department') }
}

function peopleNaming(round: RoundAnswers, itemId: string, key: string): string[] {
  return LEVELS.flatMap((level) => {
    const answers = shownAnswers(round, itemId, level)
    return (answers?.themes ?? []).flatMap((list, person) =>
      names(list, round, key) ? (answers?.names[person] ?? []) : [],
    )
  }).sort()
}

function names(list: readonly string[] | null, round: RoundAnswers, key: string): boolean {
  return list?.some((id) => normalise(round.themeNames.get(id) ?? id) === key) ?? false
}

/** A count coded "at most one" never lists a theme by itself. */
export function mayBeListed(counts: CountByLevel): boolean {
  return LEVELS.some((level) => {
    const count = counts[level]
    return count !== null && likelyCount(count) >= 1
  })
}

function weightOf({ priority, stop }: Collision): number {
  const likely = [priority, stop].flatMap((counts) => LEVELS.map((level) => counts[level]))
  return likely.reduce((sum, count) => sum + (count ? likelyCount(count) : 0), 0)
}

/** Themes of the same name, whatever the case, are the same. */
export function normalise(name: string): string {
  return name.trim().toLowerCase()
}
