import { type Comparison, comparisonsOf, currentRulebook } from '#app/diagnosis/rulebook.ts'
import inWords from '#app/scoring/in-words.json' with { type: 'json' }
import { heading, paragraph, said, table } from '../blocks.ts'
import type { ReportPage } from '../document.ts'
import type { ReportInput } from '../report-input.ts'

/** Page 20: how every figure was reckoned, so that somebody else can do it again. */
export function methodPage({ scores, diagnosis, instrument, softwareVersion }: ReportInput): ReportPage {
  const { seed, redraws, privacyMode, smallestGroup } = scores
  return {
    id: 'method',
    title: `Every figure can be reckoned again: ${redraws} redraws and rulebook ${diagnosis.rulebookVersion}`,
    blocks: [
      table('Formulas in words', ['Figure', 'How it is reckoned'], inWords.formulas),
      paragraph(
        said(
          `The ranges come from ${redraws} redraws with the seed ${seed}, which follows from the answers: the same answers give the same report.`,
          'plausible range',
          `${redraws} redraws, seed ${seed}`,
        ),
      ),
      table(
        'Thresholds: the lines of the rulebook',
        ['Lines', 'Where they come from', 'Rules'],
        thresholdRows(),
      ),
      heading('What this report was made with'),
      {
        kind: 'facts',
        facts: [
          { label: 'Software', value: `Plumbline ${softwareVersion}` },
          { label: 'Questionnaire', value: `${instrument.id}, version ${instrument.version}` },
          { label: 'Rulebook', value: `version ${diagnosis.rulebookVersion}` },
          { label: 'Privacy', value: `${privacyMode}, smallest group ${smallestGroup}` },
        ],
      },
      table('Sources', ['For', 'After'], inWords.sources),
    ],
  }
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
