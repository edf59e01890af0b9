import type { Diagnosis, Finding } from '#app/diagnosis/diagnosis.ts'
import { type Cell, number, type Table, tableOf, text } from '../table.ts'
import { yesOrNo } from './figure-cells.ts'

/** One row for each figure that made a rule fire. */
export function findingsTable({ findings }: Diagnosis): Table {
  return tableOf({
    id: 'findings',
    about: 'Every rule that fired, with the figures that made it fire and the lines they were held against.',
    columns: [
      text('rule', 'id of the rule'),
      text('name', 'name of the finding'),
      text('construct', 'what it is about'),
      text('finding', 'problem or strength'),
      number('severity', '3 critical, 2 serious, 1 note, 0 strength'),
      text('certainty', 'clear, likely or indicative'),
      text('headline', 'the finding as a title'),
      text('statement', 'the finding in a sentence'),
      text('evidence', 'what was measured'),
      text('item', 'id of the item it was measured on'),
      text('value', 'the figure with its range, as the report says it'),
      number('n', 'people whose answers are in it'),
      text('threshold', 'the line it was held against'),
      text('threshold_source', 'where the line comes from'),
      text('fragile', 'yes where one changed answer would take it back over the line'),
    ],
    rows: findings.flatMap(rowsOf),
  })
}

function rowsOf(finding: Finding): Cell[][] {
  const head = [
    finding.ruleId,
    finding.name,
    finding.construct,
    finding.kind,
    finding.severity,
    finding.certainty,
    finding.headline,
    finding.statement,
  ]
  return finding.evidence.map(({ label, itemId, value, n, threshold, source, fragile }) => [
    ...head,
    label,
    itemId,
    value,
    n,
    threshold,
    source,
    yesOrNo(fragile),
  ])
}

export function notFiredTable({ notFired }: Diagnosis): Table {
  return tableOf({
    id: 'not-fired',
    about: 'Every rule that was judged and did not fire, with the reason.',
    columns: [
      text('rule', 'id of the rule'),
      text('name', 'name of the finding that was not made'),
      text('reason', 'why not'),
    ],
    rows: notFired.map(({ ruleId, name, reason }) => [ruleId, name, reason]),
  })
}
