import { changeMeter } from './change-meter.ts'
import { plausibleRanges } from './plausible-range.ts'
import { randomFrom, seedOf } from './random.ts'
import type { AgreementChange, TwoFigures } from './round-changes.ts'
import { signFlipTest } from './sign-flip-test.ts'
import { peopleIn, type TwoRounds } from './two-rounds.ts'

/** The usual 95 %, and the 5 % of a test. */
const SPREAD = 1.96
const DECIDED_BELOW = 0.05

export interface ChangeSettings {
  redraws: number
  /** Agreement is given in steps of this size; null: as it is. */
  step: number | null
}

/** A change as it was measured, before it is said of whom. */
export type MeasuredChange = Omit<AgreementChange, 'n' | 'everybody'>

/**
 * Did agreement change from one round to the next? The second figure less the first, with the range it would lie in if the
 * same kind of people were asked twice again, and the noise it has to exceed: 1.96 standard deviations of the redrawn
 * changes. People present both times are drawn with both their answers, and a sign-flip test has to agree as well; people
 * who cannot be matched are two independent groups, and the noise alone decides. Differences inside the noise are no change.
 *
 * Expect the construct that was chosen because it was the worst to come back towards the middle by itself.
 *
 * Source: percentile limits of Efron 1979 with the draws of redraw.ts; Fisher 1935 for the test.
 */
export function agreementChange(rounds: TwoRounds, { redraws, step }: ChangeSettings): MeasuredChange {
  const random = randomFrom(seedOf(JSON.stringify([rounds.people, rounds.items])))
  const meter = changeMeter(rounds)
  const figures = observedChange(rounds, step)
  const { change } = figures
  const redrawn = new Float64Array(redraws).map(() => differenceOf(meter.redrawn(random)))
  const noise = SPREAD * deviationOf(redrawn)
  const p = rounds.matched
    ? signFlipTest(peopleIn(rounds)[0], (swapped) => differenceOf(meter.swapped(swapped)), random)
    : null
  const moved = Math.abs(change) > noise && (p === null || p < DECIDED_BELOW)
  return {
    kind: moved ? 'moved' : 'inside-noise',
    people: rounds.matched ? 'matched' : 'independent',
    items: rounds.items.length,
    ...figures,
    ...plausibleRanges(redrawn, change, { centred: true }),
    noise,
    p,
  }
}

/** The two figures as they stand, each rounded before the one is taken from the other. */
export function observedChange(rounds: TwoRounds, step: number | null): TwoFigures {
  const [first, second] = changeMeter(rounds)
    .observed()
    .map((value) => stepped(value, step)) as [number, number]
  return { first, second, change: step === null ? second - first : stepped(second - first, step) }
}

/** Rounded to whole steps, without the dust that binary fractions leave. */
export function stepped(value: number, step: number | null): number {
  return step === null ? value : Number((Math.round(value / step) * step).toFixed(6))
}

function differenceOf([first, second]: readonly [number, number]): number {
  return second - first
}

function deviationOf(values: Float64Array): number {
  const finite = values.filter((value) => !Number.isNaN(value))
  const mean = finite.reduce((sum, value) => sum + value, 0) / finite.length
  return Math.sqrt(finite.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (finite.length - 1))
}
