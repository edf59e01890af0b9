import { krippendorffAlpha } from '#app/scoring/measures/coders/krippendorff-alpha.ts'
import { averageDeviationOfItems } from '#app/scoring/measures/rating/average-deviation.ts'
import { uniformVariance } from '#app/scoring/measures/rating/null-variance.ts'
import { withinGroupAgreement } from '#app/scoring/measures/rating/within-group-agreement.ts'
import { vanDerEijkA } from '#app/scoring/van-der-eijk.ts'
import { ITEMS, inventedRatings, PEOPLE, POINTS } from './invented-ratings.ts'
import { peakMemory, timed } from './measure.ts'
import { median } from './table.ts'

export const MEASURES = ['r_wg', 'AD', 'A', 'alpha'] as const
export type MeasureName = (typeof MEASURES)[number]

export interface MeasuredGroups {
  memory: number
  /** Milliseconds over all groups, and the mean of the figures, by which one sees that it is the same work. */
  measures: Record<MeasureName, { wall: number; mean: number }>
}

const TIMES = 3
type Group = readonly (readonly number[])[]

/** One group's figures, added up; r_wg, AD and A are taken item by item. */
const SUMS: Record<MeasureName, (group: Group) => number> = {
  r_wg: (group) =>
    sumOverItems((item) => resultOf(withinGroupAgreement(ratingsOf(group, item), uniformVariance(POINTS)))),
  AD: (group) => resultOf(averageDeviationOfItems(group, 'mean')),
  A: (group) => sumOverItems((item) => vanDerEijkA(countsOf(group, item))),
  alpha: (group) => krippendorffAlpha(group, 'ordinal') ?? 0,
}
const FIGURES: Record<MeasureName, number> = { r_wg: ITEMS, AD: 1, A: ITEMS, alpha: 1 }

function main(groups: number): MeasuredGroups {
  const ratings = inventedRatings(groups)
  const measures = Object.fromEntries(
    MEASURES.map((name) => {
      let mean = 0
      const runs = Array.from({ length: TIMES }, () =>
        timed(() => {
          let sum = 0
          for (let group = 0; group < groups; group++) sum += SUMS[name](groupOf(ratings, group))
          mean = sum / groups / FIGURES[name]
        }),
      )
      return [name, { wall: median(runs.map(({ wall }) => wall)), mean }]
    }),
  ) as MeasuredGroups['measures']
  return { memory: peakMemory(), measures }
}

function groupOf(ratings: Uint8Array, group: number): Group {
  return Array.from({ length: PEOPLE }, (_, person) => {
    const start = (group * PEOPLE + person) * ITEMS
    return Array.from(ratings.subarray(start, start + ITEMS))
  })
}

function ratingsOf(group: Group, item: number): number[] {
  return group.map((row) => row[item] as number)
}

function countsOf(group: Group, item: number): number[] {
  const counts = new Array<number>(POINTS).fill(0)
  for (const row of group)
    counts[(row[item] as number) - 1] = (counts[(row[item] as number) - 1] as number) + 1
  return counts
}

function sumOverItems(figure: (item: number) => number): number {
  let sum = 0
  for (let item = 0; item < ITEMS; item++) sum += figure(item)
  return sum
}

function resultOf(measure: { kind: 'measured'; value: number } | { kind: 'too-few' }): number {
  return measure.kind === 'measured' ? measure.value : 0
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(main(Number(process.argv[2]))))
