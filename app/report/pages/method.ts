import { capitalise } from '#app/diagnosis/people-words.ts'
import { type Comparison, comparisonsOf, currentRulebook } from '#app/diagnosis/rulebook.ts'
import { writtenDay } from '#app/rounds/day.ts'
import inWords from '#app/scoring/in-words.json' with { type: 'json' }
import { denseTable, heading, paragraph, said } from '../blocks.ts'
import type { Block, ReportPage, Sentence } from '../document.ts'
import { type EvidenceRegister, evidenceRegister, quotableFigures } from '../evidence-register.ts'
import type { ReportInput } from '../report-input.ts'
import { sensitivityTable } from '../sensitivity-words.ts'

/** Page 20: how every figure was reckoned, so that somebody else can do it again. */
export function methodPage(input: ReportInput): ReportPage {
  const { scores, diagnosis } = input
  const { seed, redraws } = scores
  return {
    id: 'method',
    title: `Every figure can be reckoned again: ${redraws} redraws and rulebook ${diagnosis.rulebookVersion}`,
    blocks: [
      denseTable('Formulas in words', ['Figure', 'How it is reckoned'], inWords.formulas),
      paragraph(
        said(
          `The ranges come from ${redraws} redraws with the seed ${seed}, which follows from the answers: the same answers give the same report.`,
          'plausible range',
          `${redraws} redraws, seed ${seed}`,
        ),
      ),
      ...sensitivityTable(scores),
      denseTable(
        'Thresholds: the lines of the rulebook',
        ['Lines', 'Where they come from', 'Rules'],
        thresholdRows(),
      ),
      ...registerBlocks(evidenceRegister),
      denseTable('Sources of the measures', ['For', 'After'], inWords.sources),
      denseTable(
        'What this report was made with',
        ['What', 'Version'],
        madeWith(input).map(({ label, value }) => [label, value]),
      ),
    ],
  }
}

function madeWith(input: ReportInput): { label: string; value: string }[] {
  const { scores, diagnosis, instrument, previous } = input
  return [
    { label: 'Software', value: `Plumbline ${input.softwareVersion}` },
    { label: 'Document', value: input.documentId },
    { label: 'Questionnaire', value: `${instrument.id}, version ${instrument.version}` },
    { label: 'Codebook', value: codebookWords(input) },
    { label: 'Rulebook', value: `version ${diagnosis.rulebookVersion}` },
    { label: 'Privacy', value: `${scores.privacyMode}, smallest group ${scores.smallestGroup}` },
    ...(previous
      ? [{ label: 'Compared with', value: `${previous.title}, ${previous.changes.redraws} redraws` }]
      : []),
  ]
}

/** What the lines were sorted with. */
function codebookWords({ codebook, scores }: ReportInput): string {
  if (codebook) return `version ${codebook.version}, locked on ${writtenDay(codebook.lockedOn)}`
  const themes = scores.items.some(({ kind }) => kind === 'lines')
  return themes ? 'this round’s own themes, not locked' : 'none: no lines were asked for'
}

/** Figures of others that this report may quote, and those that it never does. */
function registerBlocks(register: EvidenceRegister): Block[] {
  const figures = quotableFigures(register)
  const rows = figures.map(({ figure, source, year, instrument, verification }) => [
    `${figure}.`,
    `${source}, ${year}`,
    `${capitalise(instrument)}.`,
    `${capitalise(verification.how)} (${writtenDay(verification.on)}).`,
  ])
  const excluded = register.excluded.map(excludedSentence)
  return [
    heading('Figures of others'),
    ...(rows.length === 0
      ? []
      : [
          denseTable(
            'Measured by others with other instruments: a comparison at most, and no norm',
            ['Figure', 'Source', 'Measured with', 'How it was verified'],
            rows,
          ),
        ]),
    ...(excluded.length === 0 ? [] : [paragraph(...excluded)]),
  ]
}

function excludedSentence({ what, why, source }: EvidenceRegister['excluded'][number]): Sentence {
  return said(`${what} are not quoted: ${why}.`, 'evidence register', source)
}

/** Each origin once, with the lines drawn from it and the rules that they are held against. */
function thresholdRows(): string[][] {
  const lines = currentRulebook.rules.flatMap((rule) =>
    comparisonsOf(rule.when).map((comparison) => ({
      rule: rule.name,
      line: lineWords(comparison),
      source: comparison.source,
    })),
  )
  return distinct(lines.map(({ source }) => source)).map((source) => {
    const drawn = lines.filter((line) => line.source === source)
    return [
      distinct(drawn.map(({ line }) => line)).join(' · '),
      source,
      rulesWords(distinct(drawn.map(({ rule }) => rule))),
    ]
  })
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)]
}

/** A line that many rules share names the first of them. */
function rulesWords(rules: readonly string[]): string {
  const told = rules.slice(0, 3).join(' · ')
  return rules.length > 3 ? `${told} · and ${rules.length - 3} more` : told
}

function lineWords({ is, threshold, clearOf }: Comparison): string {
  const range = clearOf === undefined ? '' : `; plausible range clear of ${clearOf}`
  return `${is.replace('-', ' ')} ${threshold}${range}`
}
