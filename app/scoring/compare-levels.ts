import { type Construct, LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { bandOf } from './band.ts'
import { hasCamps } from './camps.ts'
import { inCanonicalOrder } from './canonical-order.ts'
import { type ComparedGroup, chanceLineOf, type KnownLines, knownLines } from './chance-line.ts'
import { type Disclosure, tooFew } from './disclosure.ts'
import { gapOf } from './gap.ts'
import { holm } from './holm.ts'
import { testLevels } from './level-test.ts'
import { isMeasured } from './measure.ts'
import { acrossAgreement, type PairwiseAgreement, pairwiseAgreement } from './pairwise-agreement.ts'
import { FEWEST_FOR_RANGE, NO_RANGE, plausibleRanges } from './plausible-range.ts'
import { randomFrom } from './random.ts'
import { type ComparedItem, type RedrawnItem, redrawAgreements } from './redraw.ts'
import type { Agreement, AgreementResult, Gap } from './round-scores.ts'

/** An item that people are compared on, with the construct it belongs to. */
export interface ConstructItem extends ComparedItem {
  construct: Construct
  /** People of each level to tell of, where it is not the number of answers. */
  told?: Record<Level, number>
}

/** Agreement of an item or a construct, within the levels and across them. */
export interface LevelComparison {
  byLevel: Record<Level, AgreementResult>
  across: AgreementResult
  gap: Gap | ReturnType<typeof tooFew>
}

export interface RoundComparison {
  items: LevelComparison[]
  constructs: Map<Construct, LevelComparison>
  seed: number
}

export interface CompareOptions {
  disclosure: Disclosure
  redraws: number
  /** People of each level, as told in open mode where there are too few. */
  people: Record<Level, number>
}

type Place = 'senior' | 'department' | 'across'
const PLACES: readonly Place[] = ['senior', 'department', 'across']

/** One item with all that its figures are made of. */
interface Measured {
  item: ConstructItem
  observed: Record<Place, PairwiseAgreement | null>
  redrawn: RedrawnItem
}

/**
 * All agreement figures of a round: for each item and each construct within both levels and across them, with plausible
 * ranges, chance lines, bands and gaps. One set of redraws serves everything. A construct is the mean of its items, none of
 * them cut off at 0.
 */
export function compareLevels(given: readonly ConstructItem[], options: CompareOptions): RoundComparison {
  const { items, seed } = inCanonicalOrder(given)
  const redrawn = redrawAgreements(items, options.redraws, randomFrom(seed))
  const measured = items.map((item, index) => ({
    item,
    observed: observe(item),
    redrawn: redrawn[index] as RedrawnItem,
  }))
  const known = knownLines(options.redraws)
  const compare = (parts: readonly Measured[]) => compareParts(parts, options, known)
  const names = [...new Set(items.map((item) => item.construct))]
  const constructs = names.map((name) => compare(measured.filter(({ item }) => item.construct === name)))
  const tests = names.map((name, index) => {
    if (constructs[index]?.gap.kind !== 'measured') return null
    return testLevels(
      items.filter((item) => item.construct === name),
      options.disclosure.needed,
      randomFrom(seed + index + 1),
    )
  })
  return {
    items: measured.map((part) => compare([part])),
    constructs: new Map(
      names.map((name, index) => [name, withTest(constructs[index], tests, index)] as const),
    ),
    seed,
  }
}

function observe(item: ConstructItem): Measured['observed'] {
  const { senior, department } = item.answers
  const orNull = (result: ReturnType<typeof pairwiseAgreement>) => (isMeasured(result) ? result : null)
  return {
    senior: senior && orNull(pairwiseAgreement(item.comparison, senior)),
    department: department && orNull(pairwiseAgreement(item.comparison, department)),
    across: senior && department && orNull(acrossAgreement(item.comparison, senior, department)),
  }
}

function compareParts(
  parts: readonly Measured[],
  options: CompareOptions,
  known: KnownLines,
): LevelComparison {
  const at = (place: Place) => agreementAt(parts, place, options, known)
  return {
    byLevel: { senior: at('senior'), department: at('department') },
    across: at('across'),
    gap: gapBetween(parts, options),
  }
}

function agreementAt(
  parts: readonly Measured[],
  place: Place,
  options: CompareOptions,
  known: KnownLines,
): AgreementResult {
  const at = parts.filter((part) => part.observed[place])
  const observed = at.map((part) => part.observed[place] as PairwiseAgreement)
  if (observed.length === 0) return tooFew(peopleAt(options, place), options.disclosure)
  const s = meanOf(observed.map(({ value }) => value))
  const n = peopleWithAnswers(at, place)
  const enough = fewestAt(at, place) >= FEWEST_FOR_RANGE
  const redrawn = () => meanRedraws(at.map((part) => part.redrawn[place] as Float64Array))
  const { range90, range95 } = enough ? plausibleRanges(redrawn(), s) : NO_RANGE
  const chanceLine = enough
    ? chanceLineOf(
        at.map((part) => groupAt(part.item, place)),
        known,
      )
    : null
  const only = parts.length === 1 ? observed[0] : undefined
  const figures = { s, n, items: at.length, range90, range95, chanceLine }
  return {
    kind: 'measured',
    ...figures,
    distance: only?.distance ?? null,
    chanceDistance: only?.chanceDistance ?? null,
    band: bandOf(figures),
    camps: only !== undefined && place !== 'across' && campsAt((at[0] as Measured).item, place),
  } satisfies Agreement
}

/** G over the items that both levels answered, so that all three of its parts speak of the same items. */
function gapBetween(parts: readonly Measured[], options: CompareOptions): LevelComparison['gap'] {
  const both = parts.filter(({ observed }) => PLACES.every((place) => observed[place]))
  if (both.length === 0) return tooFew(peopleAt(options, 'across'), options.disclosure)
  const valueAt = (place: Place) =>
    meanOf(both.map(({ observed }) => (observed[place] as PairwiseAgreement).value))
  const g = gapOf(valueAt('senior'), valueAt('department'), valueAt('across'))
  const redraws = () => {
    const [senior, department, across] = PLACES.map((place) =>
      meanRedraws(both.map(({ redrawn }) => redrawn[place] as Float64Array)),
    ) as [Float64Array, Float64Array, Float64Array]
    return senior.map((value, turn) => gapOf(value, department[turn] as number, across[turn] as number))
  }
  const enough = fewestAt(both, 'across') >= FEWEST_FOR_RANGE
  const { range90 } = enough ? plausibleRanges(redraws(), g, { centred: true }) : NO_RANGE
  return { kind: 'measured', g, n: peopleWithAnswers(both, 'across'), range90, p: null, holmP: null }
}

function withTest(
  comparison: LevelComparison | undefined,
  tests: readonly (number | null)[],
  index: number,
): LevelComparison {
  const { byLevel, across, gap } = comparison as LevelComparison
  if (gap.kind !== 'measured') return { byLevel, across, gap }
  return { byLevel, across, gap: { ...gap, p: tests[index] ?? null, holmP: holm(tests)[index] ?? null } }
}

function groupAt({ comparison, answers }: ConstructItem, place: Place): ComparedGroup {
  if (place !== 'across') return { comparison, answers: answers[place] ?? [] }
  return { comparison, answers: answers.senior ?? [], other: answers.department ?? [] }
}

function campsAt({ comparison, answers }: ConstructItem, level: Level): boolean {
  if (comparison.kind !== 'linear') return false
  const points = Array.from({ length: comparison.points }, (_, point) => point)
  return hasCamps(points.map((point) => (answers[level] ?? []).filter((answer) => answer === point).length))
}

function levelsAt(place: Place): readonly Level[] {
  return place === 'across' ? LEVELS : [place]
}

function peopleAt(options: CompareOptions, place: Place): number {
  return levelsAt(place).reduce((sum, level) => sum + options.people[level], 0)
}

/** People with an answer to one or more of the items. */
function peopleWithAnswers(parts: readonly Measured[], place: Place): number {
  const told = parts.length === 1 ? parts[0]?.item.told : undefined
  return levelsAt(place).reduce((sum, level) => {
    if (told) return sum + told[level]
    const people = parts[0]?.item.answers[level]?.length ?? 0
    const answered = (person: number) => parts.some(({ item }) => item.answers[level]?.[person] != null)
    return sum + Array.from({ length: people }, (_, person) => person).filter(answered).length
  }, 0)
}

/** The fewest answers that one of the items has in one of the levels. */
function fewestAt(parts: readonly Measured[], place: Place): number {
  const counts = levelsAt(place).flatMap((level) =>
    parts.map(({ item }) => item.answers[level]?.filter((answer) => answer !== null).length ?? 0),
  )
  return Math.min(...counts)
}

/**
 * The mean over items of each redraw, over those of its items that it left a pair of; NaN, which ranges leave out, where it
 * left none.
 */
function meanRedraws(items: readonly Float64Array[]): Float64Array {
  const [only] = items
  if (items.length === 1 && only) return only
  return new Float64Array(only?.length ?? 0).map((_, turn) => {
    let sum = 0
    let count = 0
    for (const values of items) {
      const value = values[turn] as number
      if (Number.isNaN(value)) continue
      sum += value
      count++
    }
    return sum / count
  })
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
