import { BAND_WORDS, points } from '#app/diagnosis/agreement-words.ts'
import { GROUP_WORDS } from '#app/diagnosis/figure.ts'
import type { GroupedAgreement, ListSensitivity, RoundScores } from '#app/scoring/round-scores.ts'
import { denseTable, said } from './blocks.ts'
import type { Block, Sentence } from './document.ts'

const ITEM_WORDS: Record<string, string> = {
  priorities: 'priorities',
  stops: 'what should stop',
  dependencies: 'dependencies',
}

/** Where another grouping of the lines would give another band, it is said beside the figure, for all groups at once. */
export function sensitivitySentences({ sensitivity }: RoundScores, itemId: string): Sentence[] {
  const rows = sensitivity.filter((row) => row.itemId === itemId && row.changesBand)
  const [first] = rows
  if (!first) return []
  return [
    said(
      `How lines are grouped decides the band of the agreement on ${subjectOf(first)}: ${rows.map(changeWords).join('; ')}.`,
      'sensitivity to grouping',
      rows.map((row) => `${GROUP_WORDS[row.place]}: ${figuresOf(row).join(', ')}`).join('; '),
    ),
  ]
}

/** "senior leaders, mixed (32) as confirmed, like random (0) with every wording a theme of its own"; what changes nothing is left out. */
function changeWords({ place, coded, finer, coarser }: ListSensitivity): string {
  const changes = [
    finer.band === coded.band ? [] : [`${bandWords(finer)} with every wording a theme of its own`],
    !coarser || coarser.band === coded.band ? [] : [`${bandWords(coarser)} with themes joined more freely`],
  ].flat()
  return `${GROUP_WORDS[place]}, ${bandWords(coded)} as confirmed, ${changes.join(' and ')}`
}

/** Every agreement on a list under three groupings of the same lines. */
export function sensitivityTable({ sensitivity }: RoundScores): Block[] {
  if (sensitivity.length === 0) return []
  const rows = sensitivity.map((row) => [
    `${GROUP_WORDS[row.place]}, ${subjectOf(row)}`,
    ...[row.finer, row.coded, row.coarser].map((grouped) => (grouped ? cellOf(grouped) : 'not grouped')),
  ])
  const columns = ['Agreement of', 'Every wording a theme', 'As confirmed', 'Joined more freely']
  return [denseTable('Agreement on lists under other groupings of their lines', columns, rows)]
}

function subjectOf({ itemId }: ListSensitivity): string {
  return ITEM_WORDS[itemId] ?? itemId
}

function bandWords({ band, s }: GroupedAgreement): string {
  return `${BAND_WORDS[band]} (${points(s)})`
}

function figuresOf({ finer, coded, coarser }: ListSensitivity): string[] {
  return [
    `${points(coded.s)} of 100 as confirmed`,
    `${points(finer.s)} finer`,
    ...(coarser ? [`${points(coarser.s)} coarser`] : []),
  ]
}

function cellOf({ s, band }: GroupedAgreement): string {
  return `${points(s)}; ${BAND_WORDS[band]}`
}
