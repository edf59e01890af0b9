import type { Construct, Level } from '#app/questionnaire/instrument.ts'
import { agreementAt, gapBetween } from './agreement-figures.ts'
import { inCanonicalOrder } from './canonical-order.ts'
import type { Disclosure } from './disclosure.ts'
import { holm } from './holm.ts'
import { isLevelTestFragile, type LevelTest, testLevels } from './level-test.ts'
import type { TooFew } from './measure.ts'
import { leaveOut, type MeasuredItem, observe, type Place } from './measured-items.ts'
import { randomFrom } from './random.ts'
import { type ComparedItem, type RedrawnItem, redrawAgreements } from './redraw.ts'
import type { AgreementResult, Gap } from './round-scores.ts'

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
  gap: Gap | TooFew
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
    without: leaveOut(item),
    redrawn: redrawn[index] as RedrawnItem,
  }))
  const compare = (parts: readonly MeasuredItem[]) => compareParts(parts, options)
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

function compareParts(parts: readonly MeasuredItem[], options: CompareOptions): LevelComparison {
  const at = (place: Place) => agreementAt(parts, place, options)
  return {
    byLevel: { senior: at('senior'), department: at('department') },
    across: at('across'),
    gap: gapBetween(parts, options),
  }
}

function withTest(
  comparison: LevelComparison | undefined,
  tests: readonly (LevelTest | null)[],
  index: number,
): LevelComparison {
  const { byLevel, across, gap } = comparison as LevelComparison
  if (gap.kind !== 'measured') return { byLevel, across, gap }
  const test = tests[index] ?? null
  const values = tests.map((one) => one?.p ?? null)
  const holmP = holm(values)[index] ?? null
  const fragile = test && isLevelTestFragile(test, (p) => holm(values.with(index, p))[index] as number)
  return { byLevel, across, gap: { ...gap, p: test?.p ?? null, holmP, fragile } }
}
