import { type Comparison, comparisonsOf, currentRulebook } from '#app/diagnosis/rulebook.ts'
import { heading, list, paragraph, plain, said, table } from '../blocks.ts'
import type { ReportPage } from '../document.ts'
import type { ReportInput } from '../report-input.ts'

/** Page 20: how every figure was reckoned, so that somebody else can do it again. */
export function methodPage({ scores, diagnosis, instrument, softwareVersion }: ReportInput): ReportPage {
  const { seed, redraws, privacyMode, smallestGroup } = scores
  const why = `${redraws} redraws, seed ${seed}`
  return {
    id: 'method',
    title: `Method: ${redraws} redraws, rulebook ${diagnosis.rulebookVersion}, and every line that was held against`,
    blocks: [
      heading('Formulas in words'),
      ...list(FORMULAS.map(plain)),
      paragraph(
        said(
          `The ranges come from ${redraws} redraws with the seed ${seed}, which follows from the answers: the same answers give the same report.`,
          'plausible range',
          why,
        ),
      ),
      heading('Thresholds'),
      table('Lines of the rulebook', ['Line', 'Where it comes from', 'Rules'], thresholdRows()),
      heading('What this report was made with'),
      {
        kind: 'facts',
        facts: [
          { label: 'Software', value: `Plumbline ${softwareVersion}` },
          { label: 'Questionnaire', value: `${instrument.id}, version ${instrument.version}` },
          { label: 'Rulebook', value: `version ${diagnosis.rulebookVersion}` },
          { label: 'Redraws and seed', value: why },
          { label: 'Privacy', value: `${privacyMode}, smallest group ${smallestGroup}` },
        ],
      },
      heading('Sources'),
      ...list(SOURCES.map(plain)),
    ],
  }
}

const FORMULAS = [
  'Agreement: one minus the mean distance between two people’s answers, divided by the same mean if everybody chose at random from what was offered. All pairs of different people count once.',
  'Distance on a five-point scale: steps apart, divided by four. On a choice: 0 if the same, 1 if not. On an owner: 0 only if both name the same real role, so that agreeing on “nobody” is no agreement.',
  'Distance of two lists: one minus their overlap. Lists in order are compared from the top down, the first places counting most; lists without an order by what they share.',
  'A construct’s agreement is the plain mean over its items, each counted as it is, also below 0. Below 0 is shown as 0.',
  'Plausible range: people are drawn again from those who answered and one imaginary person who answers at random, and the figure is reckoned again from pairs of different people.',
  'Gap between the levels: the mean of the two agreements within the levels, less the agreement between them. It is tested by dealing the same people to the two levels at random, and adjusted for the number of constructs.',
  'Range of a count of people: Wilson’s limits for a share.',
  'Signals: the share of people who see each one, with Jeffreys’ prior, and from the four shares the probability that at least two are present.',
  'Effective number of priorities: list lengths multiplied and summed over all pairs of people, divided by the number of priorities that the pairs share.',
  'Left blank, “cannot say” and “does not apply” are kept apart and never filled in. Of an owner “cannot say” is an answer: nobody is named.',
]

const SOURCES = [
  'Agreement against random answers: Brennan & Prediger 1981; Bennett, Alpert & Goldstein 1954.',
  'Bands: carried over from LeBreton & Senter 2008. They are provisional and no norm.',
  'Lists: Dice 1945; rank-biased overlap: Webber, Moffat & Zobel 2010.',
  'Ranges: Rubin 1981; Agresti & Coull 1998; Wilson 1927; Brown, Cai & DasGupta 2001.',
  'Difference of the levels: Székely & Rizzo 2004; Anderson 2001; Phipson & Smyth 2010; Holm 1979.',
]

/** Each line once, with the rules that are held against it. */
function thresholdRows(): string[][] {
  const lines = currentRulebook.rules.flatMap((rule) =>
    comparisonsOf(rule.when).map((comparison) => ({
      rule: rule.name,
      line: lineWords(comparison),
      source: comparison.source,
    })),
  )
  const distinct = lines.filter(
    ({ line, source }, index) =>
      lines.findIndex((other) => other.line === line && other.source === source) === index,
  )
  return distinct.map(({ line, source }) => {
    const rules = lines
      .filter((other) => other.line === line && other.source === source)
      .map(({ rule }) => rule)
    return [line, source, rulesWords([...new Set(rules)])]
  })
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
