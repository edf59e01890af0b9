import { type Comparison, comparisonsOf, currentRulebook } from '#app/diagnosis/rulebook.ts'
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
      table('Formulas in words', ['Figure', 'How it is reckoned'], FORMULAS),
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
      table('Sources', ['For', 'After'], SOURCES),
    ],
  }
}

const FORMULAS = [
  [
    'Agreement',
    'One minus the mean distance between two people’s answers, divided by the same mean if everybody chose at random from what was offered. All pairs of different people count once.',
  ],
  [
    'Distance of two answers',
    'On a five-point scale: steps apart, divided by four. On a choice: 0 if the same, 1 if not. On an owner: 0 only if both name the same real role, so that agreeing on “nobody” is no agreement.',
  ],
  [
    'Distance of two lists',
    'One minus their overlap. Lists in order are compared from the top down, the first places counting most; lists without an order by what they share.',
  ],
  [
    'Agreement on a construct',
    'The plain mean over its items, each counted as it is, also below 0. Below 0 is shown as 0.',
  ],
  [
    'Plausible range',
    'People are drawn again from those who answered and one imaginary person who answers at random, and the figure is reckoned again from pairs of different people. Of a count of people: Wilson’s limits for a share.',
  ],
  [
    'Gap between the levels',
    'The mean of the two agreements within the levels, less the agreement between them. It is tested by dealing the same people to the two levels at random, and adjusted for the number of constructs.',
  ],
  [
    'Signals',
    'The share of people who see each one, with Jeffreys’ prior, and from the four shares the probability that at least two are present.',
  ],
  [
    'Effective number of priorities',
    'List lengths multiplied and summed over all pairs of people, divided by the number of priorities that the pairs share. Where that comes out above the number named, all of them are in play.',
  ],
  [
    'No answer',
    'Left blank, “cannot say” and “does not apply” are kept apart and never filled in. Of an owner “cannot say” is an answer: nobody is named.',
  ],
]

const SOURCES = [
  ['Agreement against random answers', 'Brennan & Prediger 1981; Bennett, Alpert & Goldstein 1954'],
  ['Bands', 'Carried over from LeBreton & Senter 2008. They are provisional and no norm'],
  ['Lists', 'Dice 1945; rank-biased overlap: Webber, Moffat & Zobel 2010'],
  ['Ranges', 'Rubin 1981; Agresti & Coull 1998; Wilson 1927; Brown, Cai & DasGupta 2001'],
  ['Difference of the levels', 'Székely & Rizzo 2004; Anderson 2001; Phipson & Smyth 2010; Holm 1979'],
]

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
