import { exposedGroup } from '#app/scoring/disclosure/audit.ts'

/**
 * Whether a round may be published again. Between two versions of one report that rest on different answers, whoever holds both
 * can subtract: so the answers that came and those that went must each be nobody's, or those of enough people. A key says before
 * its colon where an answer counts: `own` and `earlier` are whole rounds, `own/senior` a level of one, `own/senior/tiebreak` an
 * item at that level. Each of these is looked at by itself, for a figure rests on no more than the people who gave it.
 */
export function mayPublishAgain(
  published: readonly string[],
  current: readonly string[],
  smallestGroup: number,
): boolean {
  const [before, now] = [keysByPlace(published), keysByPlace(current)]
  return placesOf([before, now]).every((place) =>
    isFree(place, before.get(place) ?? NOBODY, now.get(place) ?? NOBODY, smallestGroup),
  )
}

/** The same beside every version there is: each by itself, and all of them taken together by the auditor. */
export function mayJoin(
  versions: readonly (readonly string[])[],
  current: readonly string[],
  smallestGroup: number,
): boolean {
  if (!versions.every((published) => mayPublishAgain(published, current, smallestGroup))) return false
  const all = [...versions, current].map(keysByPlace)
  return placesOf(all).every((place) => {
    const shown = all.flatMap((keys) => keys.get(place) ?? []).filter(({ size }) => size >= smallestGroup)
    return !isExposed(shown, smallestGroup)
  })
}

type Keys = ReadonlySet<string>
const NOBODY: Keys = new Set()

function keysByPlace(keys: readonly string[]): ReadonlyMap<string, Keys> {
  const places = new Map<string, Set<string>>()
  for (const key of keys) {
    const place = key.slice(0, key.lastIndexOf(':'))
    places.set(place, (places.get(place) ?? new Set()).add(key))
  }
  return places
}

function placesOf(versions: readonly ReadonlyMap<string, Keys>[]): string[] {
  return [...new Set(versions.flatMap((places) => [...places.keys()]))]
}

/**
 * From so many people on the ends of a figure are exact (`scoring/shown-mean.ts`), and what rounding leaves open of a difference
 * covers two points of a scale. Between smaller versions five people who came, and who all said "5", would be known by it.
 */
const EXACT_FROM = 20

/** Of a level or an item with too few people a version says nothing, so that there is nothing to subtract it from. */
function isFree(place: string, before: Keys, now: Keys, smallestGroup: number): boolean {
  const [, level, item] = place.split('/')
  const fewer = Math.min(before.size, now.size)
  if (level && fewer < smallestGroup) return true
  const came = [...now].filter((key) => !before.has(key)).length
  const went = [...before].filter((key) => !now.has(key)).length
  if (item && fewer < EXACT_FROM) return came + went === 0
  return [came, went].every((people) => people === 0 || people >= smallestGroup)
}

/** Keys that are in just the same versions are one class of people. */
function isExposed(versions: readonly Keys[], smallestGroup: number): boolean {
  const classes = new Map<string, number>()
  for (const key of new Set(versions.flatMap((version) => [...version]))) {
    const membership = versions.map((version) => (version.has(key) ? '1' : '0')).join('')
    classes.set(membership, (classes.get(membership) ?? 0) + 1)
  }
  const names = [...classes.keys()]
  const published = versions.map((_, at) => names.map((name) => Number(name[at])))
  const people = names.map((name) => ({ name, people: classes.get(name) ?? 0 }))
  return exposedGroup(people, published, smallestGroup) !== null
}

/** Why a round is not published again, in words. */
export function heldBackWords(smallestGroup: number): string {
  return `A version of this report is published already, and since then the answers of fewer than ${smallestGroup} people, to one item or to all of them, have come, gone, changed or been moved to another department; or those of more people, to an item that fewer than ${EXACT_FROM} of their level answered. Whoever holds both versions could work out what those people said, so the published version stays as it is.`
}

/** Why a round is not compared with an earlier one, in words that follow "because". */
export function notComparedWords(title: string, smallestGroup: number): string {
  return `since the report of “${title}” was published, the answers of fewer than ${smallestGroup} people have gone or changed there, and a comparison would tell what they said`
}
