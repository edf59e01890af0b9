import { NOT_JUDGED } from '#app/diagnosis/diagnose.ts'
import type { Finding } from '#app/diagnosis/diagnosis.ts'
import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import { currentRulebook } from '#app/diagnosis/rulebook.ts'
import { listed } from '#app/rounds/count-words.ts'
import { heading, list, note, paragraph, plain, saidOf, table } from '../blocks.ts'
import type { Block, ReportPage } from '../document.ts'
import type { ReportInput } from '../report-input.ts'
import { confidenceWords } from './answer-first.ts'

/** Page 15: the statements that the answers support, what each rests on, and why the others do not stand here. */
export function diagnosisPage({ diagnosis }: ReportInput): ReportPage {
  const { verdict, findings, notFired } = diagnosis
  const problems = findings.filter(({ kind }) => kind === 'problem')
  const strengths = findings.filter(({ kind }) => kind === 'strength')
  const hints = findings.filter((finding) => !isSure(finding))
  return {
    id: 'diagnosis',
    title: titleOf(
      problems.filter(isSure).length,
      strengths.filter(isSure).length,
      hints.length,
      findings.length + notFired.length,
    ),
    blocks: [
      { kind: 'statement', text: verdict.statement, confidence: confidenceWords(verdict.certainty) },
      ...statementBlocks('What is broken', problems.filter(isSure)),
      ...strengthBlocks(strengths.filter(isSure)),
      ...hintBlocks(hints),
      ...evidenceBlocks(findings.filter(isSure)),
      ...fragileBlocks(findings.filter(isSure)),
      ...notFiredBlocks(notFired),
    ],
  }
}

function isSure({ certainty }: Finding): boolean {
  return certainty !== 'indicative'
}

function titleOf(problems: number, strengths: number, hints: number, rules: number): string {
  const told = [counted(problems, 'problem'), counted(strengths, 'strength'), counted(hints, 'hint')]
  return `${capitalise(listed(told))} from ${numberWord(rules)} rules held against the answers`
}

function counted(count: number, one: string): string {
  return `${numberWord(count)} ${count === 1 ? one : `${one}s`}`
}

function statementBlocks(title: string, findings: readonly Finding[]): Block[] {
  if (findings.length === 0) return []
  const sentences = findings.map((finding) =>
    saidOf(finding, `${finding.name} (${finding.certainty}). ${finding.statement} ${finding.meaning}`),
  )
  return [heading(title), ...list(sentences)]
}

function strengthBlocks(strengths: readonly Finding[]): Block[] {
  const sentences = strengths.map((finding) =>
    saidOf(finding, `${finding.statement} (${capitalise(finding.certainty)}.)`),
  )
  return strengths.length === 0 ? [] : [heading('What to keep'), ...list(sentences)]
}

/** Past the line by the figure alone: in short, and without the words about what it usually means. */
function hintBlocks(hints: readonly Finding[]): Block[] {
  if (hints.length === 0) return []
  return [
    heading('What the answers hint at: ask before you act'),
    table(
      'Indicative findings',
      ['Hint', 'What the answers say'],
      hints.map(({ name, statement }) => [name, statement]),
    ),
  ]
}

function evidenceBlocks(findings: readonly Finding[]): Block[] {
  const rows = findings.flatMap((finding) =>
    finding.evidence.map(({ label, value, threshold, n }, index) => [
      index === 0 ? finding.name : '',
      label,
      value,
      threshold,
      String(n),
      index === 0 ? finding.certainty : '',
    ]),
  )
  if (rows.length === 0) return []
  return [
    heading('What each statement rests on'),
    table('Evidence', ['Finding', 'Figure', 'Value', 'Held against', '>n', 'Certainty'], rows),
  ]
}

function fragileBlocks(findings: readonly Finding[]): Block[] {
  const fragile = findings.filter(
    ({ evidence }) => evidence.length > 0 && evidence.some((one) => one.fragile),
  )
  if (fragile.length === 0) return []
  return [
    heading('What one changed answer would undo'),
    ...list(
      fragile.map((finding) =>
        saidOf(finding, `${finding.name}: a count behind it stands exactly at its line.`),
      ),
    ),
  ]
}

function notFiredBlocks(notFired: ReportInput['diagnosis']['notFired']): Block[] {
  if (notFired.length === 0) return [note('Every rule in the rulebook fired.')]
  if (notFired.every(({ reason }) => reason.startsWith(NOT_JUDGED))) {
    return [
      note(`None of the ${numberWord(notFired.length)} rules could be judged: too few people answered.`),
    ]
  }
  return [
    heading('Why not the others'),
    paragraph(plain('These rules were held against the answers as well and do not stand here.')),
    table(
      'Problems that were looked for and not found',
      ['Rule', 'Reason'],
      notFired.filter(isProblem).map(({ name, reason }) => [name, capitalise(reason)]),
    ),
  ]
}

function isProblem({ ruleId }: { ruleId: string }): boolean {
  return currentRulebook.rules.some(({ id, kind }) => id === ruleId && kind === 'problem')
}
