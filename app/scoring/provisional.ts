import { agreementOfItem, groupedItems, valueAt } from './list-sensitivity.ts'
import { isMeasured } from './measure.ts'
import { PLACES, type Place } from './measured-items.ts'
import type { Agreement, AgreementResult, ConstructScore, ItemScore, Provisional } from './round-scores.ts'
import type { ScoreInput } from './score-input.ts'

/**
 * Marks the agreement on lists whose lines nobody has finished grouping: what can be said is that it lies between the figure
 * of a careful grouping and that of a free one. What a person has confirmed or kept apart holds in both.
 *
 * Source: this project's own, from labelled lines of executives, where the true figure mostly lay between the two.
 */
export function markProvisional(input: ScoreInput, items: readonly ItemScore[]): ItemScore[] {
  const { groupings } = input
  if (!groupings || Object.values(groupings.unconfirmed).every((groups) => groups === 0)) return [...items]
  const careful = groupedItems(input, groupings.careful)
  const free = groupedItems(input, groupings.free)
  return items.map((item) => {
    const groups = groupings.unconfirmed[item.itemId] ?? 0
    const [one, other] = [careful.get(item.itemId), free.get(item.itemId)]
    if (groups === 0 || !one || !other) return item
    return withProvisional(item, (agreement, place) => {
      const found = [valueAt(one, place), valueAt(other, place)].map((s) => s ?? agreement.s)
      return { low: Math.min(...found), high: Math.max(...found), groups }
    })
  })
}

/** A construct is the mean of its items: it lies between the means of their lower and of their upper figures. */
export function provisionalConstructs(
  constructs: readonly ConstructScore[],
  items: readonly ItemScore[],
): ConstructScore[] {
  return constructs.map((score) => {
    const own = items.filter(({ construct }) => construct === score.construct)
    const mark = (agreement: AgreementResult, place: Place) =>
      isMeasured(agreement) ? marked(agreement, provisionalMean(agreement, own, place)) : agreement
    return {
      ...score,
      agreementByLevel: {
        senior: mark(score.agreementByLevel.senior, 'senior'),
        department: mark(score.agreementByLevel.department, 'department'),
      },
      across: mark(score.across, 'across'),
    }
  })
}

function provisionalMean(
  { s, items }: Agreement,
  own: readonly ItemScore[],
  place: Place,
): Provisional | null {
  const moved = own.flatMap((item) => {
    const agreement = agreementOfItem(item, place)
    return agreement?.kind === 'measured' && agreement.provisional
      ? [{ s: agreement.s, ...agreement.provisional }]
      : []
  })
  if (moved.length === 0) return null
  const shift = (end: 'low' | 'high') => moved.reduce((sum, item) => sum + item[end] - item.s, 0) / items
  return {
    low: s + shift('low'),
    high: s + shift('high'),
    groups: moved.reduce((sum, { groups }) => sum + groups, 0),
  }
}

function withProvisional(
  item: ItemScore,
  provisionalAt: (agreement: Agreement, place: Place) => Provisional,
): ItemScore {
  const at = (place: Place): AgreementResult | null => {
    const agreement = agreementOfItem(item, place)
    return agreement && isMeasured(agreement) ? marked(agreement, provisionalAt(agreement, place)) : agreement
  }
  const [senior, department, across] = PLACES.map(at)
  const level = (place: 'senior' | 'department', agreement: AgreementResult | null | undefined) => {
    const score = item.byLevel[place]
    return score?.kind === 'measured' ? { ...score, agreement: agreement ?? null } : score
  }
  return {
    ...item,
    byLevel: { senior: level('senior', senior), department: level('department', department) },
    across: across ?? null,
  }
}

function marked(agreement: Agreement, provisional: Provisional | null): Agreement {
  return provisional ? { ...agreement, provisional } : agreement
}
