import type { Instrument, Level } from '#app/questionnaire/instrument.ts'
import { plainWords } from '#app/themes/plain-words.ts'
import type { Codebook } from '#app/themes/theme.ts'
import { inCanonicalOrder } from './canonical-order.ts'
import { codedItem } from './coded-items.ts'
import type { ConstructItem } from './compare-levels.ts'
import { bandAt } from './fragility.ts'
import { PLACES, type Place } from './measured-items.ts'
import { agreementBySums } from './pair-sums.ts'
import { answersOfRound } from './round-answers.ts'
import type { AgreementResult, GroupedAgreement, ItemScore, ListSensitivity } from './round-scores.ts'
import type { ScoreInput } from './score-input.ts'

/**
 * How far the agreement on lists depends on how their lines were grouped: coarse groups manufacture agreement. Beside the
 * figure as coded stands the figure with every wording a theme of its own, and with a coarser grouping where one was given.
 * Where the band differs, the report has to say so. Range and chance line are those of the figure as coded, the range moved
 * along with the figure, so that nothing is drawn anew.
 *
 * Source: Krippendorff 2004 for looking at more than one coding; the finer grouping is this project's own.
 */
export function listSensitivity(input: ScoreInput, items: readonly ItemScore[]): ListSensitivity[] {
  const finer = groupedItems(input, finerCodebook(input.codebook))
  const coarser = input.groupings ? groupedItems(input, input.groupings.coarser) : null
  return items.flatMap((item) =>
    PLACES.flatMap((place) => {
      const agreement = agreementOfItem(item, place)
      if (item.kind !== 'lines' || agreement?.kind !== 'measured') return []
      const grouped = (groupings: ReadonlyMap<string, ConstructItem> | null): GroupedAgreement | null => {
        const regrouped = groupings?.get(item.itemId)
        const s = regrouped ? valueAt(regrouped, place) : null
        return s === null ? null : { s, band: bandAt(agreement, s) }
      }
      const coded = { s: agreement.s, band: agreement.band }
      const others = { finer: grouped(finer) ?? coded, coarser: grouped(coarser) }
      const bands = [others.finer, others.coarser ?? coded].map(({ band }) => band)
      return [
        {
          itemId: item.itemId,
          place,
          coded,
          ...others,
          changesBand: bands.some((band) => band !== coded.band),
        },
      ]
    }),
  )
}

/** Splits every theme by the bare words of its lines: what was grouped by meaning falls apart, what was the same stays. */
export function finerCodebook(codebook: Codebook): Codebook {
  const nameOf = new Map(codebook.themes.map((theme) => [theme.id, theme.name]))
  const lines = codebook.lines.map((line) => ({
    ...line,
    themeId: JSON.stringify([line.themeId, plainWords(line.text)]),
  }))
  const themes = new Map(
    lines.map(({ themeId, itemId }, index) => {
      const wider = codebook.lines[index]?.themeId ?? ''
      return [themeId, { id: themeId, itemId, name: nameOf.get(wider) ?? wider }]
    }),
  )
  return { themes: [...themes.values()], lines }
}

/** The list items with their lines grouped otherwise. */
export function groupedItems(input: ScoreInput, codebook: Codebook): Map<string, ConstructItem> {
  const round = answersOfRound({ ...input, instrument: onlyLists(input.instrument), codebook })
  const coded = round.items.flatMap((answers) => {
    const item = answers.item.kind === 'lines' ? codedItem(answers, round) : null
    return item ? [{ itemId: answers.item.id, item }] : []
  })
  return new Map(
    coded.map(({ itemId, item }) => [itemId, inCanonicalOrder([item]).items[0] as ConstructItem]),
  )
}

function onlyLists(instrument: Instrument): Instrument {
  const sections = instrument.sections.map((section) => ({
    ...section,
    items: section.items.filter((item) => item.kind === 'lines' && item.themed),
  }))
  return { ...instrument, sections }
}

/** Agreement of a regrouped item at one place; null where there is no pair of answers. */
export function valueAt({ comparison, answers }: ConstructItem, place: Place): number | null {
  const given = (level: Level) => answers[level]?.filter((answer) => answer !== null) ?? []
  return place === 'across'
    ? agreementBySums(comparison, given('senior'), given('department'))
    : agreementBySums(comparison, given(place))
}

/** The agreement of an item at one place, as far as it is asked there. */
export function agreementOfItem(item: ItemScore, place: Place): AgreementResult | null {
  if (place === 'across') return item.across
  const level = item.byLevel[place]
  return level?.kind === 'measured' ? level.agreement : null
}
