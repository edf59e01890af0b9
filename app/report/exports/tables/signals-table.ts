import type { RoundScores } from '#app/scoring/round-scores.ts'
import { number, type Table, tableOf, text } from '../table.ts'
import { hiddenWords, peopleCells, peopleColumns, SHOWN, STATUS, toDecimals } from './figure-cells.ts'

/** The four signals over everybody who may be shown together, and the rule about two of them. */
export function signalsTable({ signals }: RoundScores): Table {
  const probability = (value: number) => toDecimals(value, 2)
  return tableOf({
    id: 'signals',
    about: 'The four signals of an execution design at fault, and the probability that two are present.',
    columns: [
      text('signal', 'id of the item; “two-signals” is the rule about them'),
      text('wording', 'the item as it was asked'),
      STATUS,
      ...peopleColumns('people', 'people who see it often or constantly'),
      number('n', 'people whose answers are in it'),
      number('probability', 'that more than half of such people see it; for the rule: that two are present'),
      text('verdict', 'of the rule: met (0.80 or more), likely (0.50 or more), not-met'),
    ],
    rows:
      signals.kind === 'too-few'
        ? [['two-signals', null, hiddenWords(signals), ...peopleCells(null), null, null, null]]
        : [
            ...signals.signals.map((signal) => [
              signal.itemId,
              signal.wording,
              SHOWN,
              ...peopleCells(signal.present),
              signal.n,
              probability(signal.probability),
              null,
            ]),
            [
              'two-signals',
              'At least two of the four are present',
              SHOWN,
              ...peopleCells(null),
              signals.n,
              probability(signals.probabilityTwo),
              signals.verdict,
            ],
          ],
  })
}
