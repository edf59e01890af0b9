import type { Level } from '#app/questionnaire/instrument.ts'
import { bandOf } from './band.ts'
import { hasCamps } from './camps.ts'
import { type ComparedGroup, chanceLineOf } from './chance-line.ts'
import type { CompareOptions, ConstructItem, LevelComparison } from './compare-levels.ts'
import { tooFew } from './disclosure.ts'
import { fragilityOf } from './fragility.ts'
import { gapOf } from './gap.ts'
import {
  levelsAt,
  type MeasuredItem,
  meanOf,
  meanRedraws,
  meanWithout,
  PLACES,
  type Place,
  peopleTold,
  peopleWithAnswers,
} from './measured-items.ts'
import type { PairwiseAgreement } from './pairwise-agreement.ts'
import { FEWEST_FOR_RANGE, NO_RANGE, plausibleRanges } from './plausible-range.ts'
import type { Agreement, AgreementResult } from './round-scores.ts'

/** Camps have a middle between them. */
const FEWEST_POINTS = 3

/** Agreement of one item, or the mean of several, in one place. */
export function agreementAt(
  parts: readonly MeasuredItem[],
  place: Place,
  options: CompareOptions,
): AgreementResult {
  const at = parts.filter((part) => part.observed[place])
  const observed = at.map((part) => part.observed[place] as PairwiseAgreement)
  if (observed.length === 0) return tooFew(peopleAt(options, place), options.disclosure)
  const s = meanOf(observed.map(({ value }) => value))
  const n = peopleTold(at, place)
  const enough = isEnough(at, place)
  const redrawn = () => meanRedraws(at.map((part) => part.redrawn[place] as Float64Array))
  const { range90, range95 } = enough ? plausibleRanges(redrawn(), s) : NO_RANGE
  const chanceLine = enough
    ? chanceLineOf(
        at.map((part) => groupAt(part.item, place)),
        options.redraws,
      )
    : null
  const only = parts.length === 1 ? observed[0] : undefined
  const figures = { s, n, items: at.length, range90, range95, chanceLine }
  const fragility = fragilityOf(figures, meanWithout(at, place), options.disclosure)
  return {
    kind: 'measured',
    ...figures,
    distance: only?.distance ?? null,
    chanceDistance: only?.chanceDistance ?? null,
    band: bandOf(figures),
    camps: only !== undefined && place !== 'across' && campsAt((at[0] as MeasuredItem).item, place),
    fragility,
  } satisfies Agreement
}

/** G over the items that both levels answered, so that all three of its parts speak of the same items. */
export function gapBetween(parts: readonly MeasuredItem[], options: CompareOptions): LevelComparison['gap'] {
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
  const enough = isEnough(both, 'across')
  const { range90 } = enough ? plausibleRanges(redraws(), g, { centred: true }) : NO_RANGE
  return { kind: 'measured', g, n: peopleTold(both, 'across'), range90, p: null, holmP: null, fragile: null }
}

/** Whether each level has enough people for a range. */
function isEnough(parts: readonly MeasuredItem[], place: Place): boolean {
  return peopleWithAnswers(parts, place).every((people) => people >= FEWEST_FOR_RANGE)
}

function groupAt({ comparison, answers }: ConstructItem, place: Place): ComparedGroup {
  if (place !== 'across') return { comparison, answers: answers[place] ?? [] }
  return { comparison, answers: answers.senior ?? [], other: answers.department ?? [] }
}

function campsAt({ comparison, answers }: ConstructItem, level: Level): boolean {
  if (comparison.kind !== 'linear' || comparison.points < FEWEST_POINTS) return false
  const points = Array.from({ length: comparison.points }, (_, point) => point)
  return hasCamps(points.map((point) => (answers[level] ?? []).filter((answer) => answer === point).length))
}

function peopleAt(options: CompareOptions, place: Place): number {
  return levelsAt(place).reduce((sum, level) => sum + options.people[level], 0)
}
