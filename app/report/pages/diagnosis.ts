import type { Diagnosis, Finding } from '#app/diagnosis/diagnosis.ts'
import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import { currentRulebook } from '#app/diagnosis/rulebook.ts'
import { listed } from '#app/rounds/count-words.ts'
import { denseTable, evidenceWords, heading, list, paragraph, said, saidOf } from '../blocks.ts'
import type { Block, ReportPage, Sentence } from '../document.ts'
import { isSure, mainFindings } from '../main-findings.ts'
import type { ReportInput } from '../report-input.ts'
import { certaintyWords, otherCausesBlocks, verdictSource } from '../verdict-source.ts'
import { isJudged, notFoundBlocks } from './not-found.ts'

/** Page 15: the statements that the answers support, what each rests on, and why the others do not stand here. */
export function diagnosisPage({ diagnosis }: ReportInput): ReportPage {
  const { verdict, findings, notFired } = diagnosis
  const main = mainFindings(findings)
  const others = findings.filter((finding) => !main.includes(finding))
  return {
    id: 'diagnosis',
    title: titleOf(findings, notFired),
    blocks: [
      {
        kind: 'statement',
        text: ailmentWords(verdict),
        confidence: certaintyWords(diagnosis),
        source: verdictSource(diagnosis),
      },
      ...problemBlocks(main.filter(({ kind }) => kind === 'problem')),
      ...strengthBlocks(main.filter(({ kind }) => kind === 'strength')),
      ...otherBlocks(others),
      ...fragileBlocks(findings.filter(isSure)),
      ...otherCausesBlocks(diagnosis),
      ...notFoundBlocks(notFired),
    ],
  }
}

function titleOf(findings: readonly Finding[], notFired: Diagnosis['notFired']): string {
  const judged = notFired.filter(isJudged).length + findings.length
  if (judged === 0) return `None of ${numberWord(notFired.length)} rules could be judged`
  const sure = findings.filter(isSure)
  const problems = sure.filter(({ kind }) => kind === 'problem').length
  const told = [
    counted(problems, 'problem'),
    counted(sure.length - problems, 'strength'),
    counted(findings.length - sure.length, 'hint'),
  ]
  return `${capitalise(listed(told))} from ${numberWord(judged)} rules held against the answers`
}

function counted(count: number, one: string): string {
  return `${numberWord(count)} ${count === 1 ? one : `${one}s`}`
}

/** The verdict in full stands on page 2: here its names are enough. */
function ailmentWords({ ailments, statement }: Diagnosis['verdict']): string {
  const names = ailments.map((ailment) => currentRulebook.ailments[ailment])
  return names.length === 0 ? statement : `${capitalise(listed(names))}.`
}

function problemBlocks(findings: readonly Finding[]): Block[] {
  if (findings.length === 0) return []
  const sentences = findings.map((finding) =>
    saidOf(finding, `${finding.name} (${finding.certainty}). ${stop(finding.headline)} ${finding.meaning}`),
  )
  return [heading('What is broken'), ...list(sentences)]
}

function stop(words: string): string {
  return words.endsWith('.') ? words : `${words}.`
}

function strengthBlocks(strengths: readonly Finding[]): Block[] {
  const sentences = strengths.map((finding) =>
    saidOf(finding, `${finding.statement} (${capitalise(finding.certainty)}.)`),
  )
  return strengths.length === 0 ? [] : [heading('What to keep'), ...list(sentences)]
}

/** Each in one sentence with what it rests on; a hint is past its line by the figure alone. */
function otherBlocks(findings: readonly Finding[]): Block[] {
  if (findings.length === 0) return []
  return [
    heading('Further findings, and hints to ask about before you act'),
    denseTable(
      'Indicative: a hint, past its line by the figure alone',
      ['Finding', 'What the answers say', 'Rests on', 'Certainty'],
      findings.map(({ name, headline, evidence, certainty }) => [
        name,
        `${headline}.`,
        `${capitalise(evidenceWords(evidence))}.`,
        certainty,
      ]),
    ),
  ]
}

function fragileBlocks(findings: readonly Finding[]): Block[] {
  const fragile = findings.filter(({ evidence }) => evidence.some((one) => one.fragile))
  return fragile.length === 0
    ? []
    : [heading('What one person more or less could undo'), paragraph(fragileSentence(fragile))]
}

function fragileSentence(findings: readonly Finding[]): Sentence {
  const names = listed(findings.map(({ name }) => `“${name}”`))
  const behind = findings.length === 1 ? 'a figure behind it is' : 'a figure behind each of them is'
  const figures = findings.flatMap(({ evidence }) => evidence.filter((one) => one.fragile))
  return said(
    `${names}: ${behind} so close to its line that a single answer decides.`,
    findings.map(({ ruleId }) => ruleId).join(', '),
    evidenceWords(figures),
  )
}
