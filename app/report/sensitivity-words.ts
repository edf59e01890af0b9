import { BAND_WORDS, points } from '#app/diagnosis/agreement-words.ts'
import { GROUP_WORDS } from '#app/diagnosis/figure.ts'
import type { GroupedAgreement, ListSensitivity, RoundScores } from '#app/scoring/round-scores.ts'
import { said, table } from './blocks.ts'
import type { Block, Sentence } from './document.ts'

const ITEM_WORDS: Record<string, string> = {
  priorities: 'priorities',
  stops: 'what should stop',
  dependencies: 'dependencies',
}

/** Where another grouping of the lines would give another band, it is said beside the figure. */
export function sensitivitySentences({ sensitivity }: RoundScores, itemId: string): Sentence[] {
  return sensitivity
    .filter((row) => row.itemId === itemId && row.changesBand)
    .map((row) =>
      said(
        `How lines are grouped decides the band here: agreement of ${GROUP_WORDS[row.place]} on ${subjectOf(row)} is ${bandWords(row.coded)} as the themes were confirmed, ${bandWords(row.finer)} with every wording a theme of its own${row.coarser ? `, and ${bandWords(row.coarser)} with themes joined more freely` : ''}.`,
        'sensitivity to grouping',
        `agreement ${figuresOf(row).join(', ')}`,
      ),
    )
}

/** Every agreement on a list under three groupings of the same lines. */
export function sensitivityTable({ sensitivity }: RoundScores): Block[] {
  if (sensitivity.length === 0) return []
  const rows = sensitivity.map((row) => [
    `${GROUP_WORDS[row.place]}, ${subjectOf(row)}`,
    ...[row.finer, row.coded, row.coarser].map((grouped) => (grouped ? cellOf(grouped) : 'not grouped')),
  ])
  const columns = ['Agreement of', 'Every wording a theme', 'As confirmed', 'Joined more freely']
  return [table('Agreement on lists under other groupings of their lines', columns, rows)]
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
