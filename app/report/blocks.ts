import { narrowest } from '#app/charts/readable.ts'
import type { Scene } from '#app/charts/scene.ts'
import type { Finding } from '#app/diagnosis/diagnosis.ts'
import { numberWord } from '#app/diagnosis/people-words.ts'
import type { Block, Sentence } from './document.ts'
import { CHART_WIDTH, PHONE_CHART_WIDTHS } from './report-input.ts'

/** A sentence that rests on figures, with the rule or measure and the figures themselves. */
export function said(text: string, rule: string, why: string): Sentence {
  return { text, source: { rule, why } }
}

/** A sentence that is true of every report. */
export function plain(text: string): Sentence {
  return { text }
}

/** A text made from a finding, with the evidence that made its rule fire. */
export function saidOf(finding: Finding, text: string): Sentence {
  return said(text, finding.ruleId, evidenceWords(finding.evidence))
}

/** Value, range, line and people of each figure that made a rule fire. */
export function evidenceWords(evidence: Finding['evidence']): string {
  return evidence.map(heldWords).join('; ')
}

function heldWords({ brief, threshold, n }: Finding['evidence'][number]): string {
  const people = new RegExp(`\\bof (${n}|${numberWord(n)})\\b`).test(brief) ? [] : [`n ${n}`]
  return [brief, ...people, `line: ${threshold}`].join(', ')
}

export function paragraph(...sentences: Sentence[]): Block {
  return { kind: 'paragraph', sentences }
}

/** A list, or nothing where there is nothing to list. */
export function list(items: Sentence[], ordered = false): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', ordered, items }]
}

export function heading(text: string): Block {
  return { kind: 'heading', text }
}

export function note(text: string): Block {
  return { kind: 'note', text }
}

/** A chart that is given as a function of its width is laid out for paper and, anew, for a phone. */
export function figure(scene: Scene | ((width: number) => Scene), note: string): Block {
  if (typeof scene !== 'function') return { kind: 'figure', scene, note }
  const phoneScene = narrowest(scene, PHONE_CHART_WIDTHS)
  return { kind: 'figure', scene: scene(CHART_WIDTH), ...(phoneScene && { phoneScene }), note }
}

/** Columns are labels; those that hold numbers begin with ">" and stand at the end of their cell. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: string[][],
): Extract<Block, { kind: 'table' }> {
  return {
    kind: 'table',
    caption,
    columns: columns.map((label) =>
      label.startsWith('>') ? { label: label.slice(1), align: 'end' } : { label, align: 'start' },
    ),
    rows,
  }
}

/** A table to look something up in: small type, close rows. */
export function denseTable(caption: string, columns: readonly string[], rows: string[][]): Block {
  return { ...table(caption, columns, rows), dense: true }
}
