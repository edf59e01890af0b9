import type { Level } from '#app/questionnaire/instrument.ts'
import { listed } from '#app/rounds/count-words.ts'
import { disclosureOf } from '#app/scoring/disclosure.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import { AILMENTS, type Ailment, type Certainty, type Finding, type Verdict } from './diagnosis.ts'
import { capitalise, numberWord } from './people-words.ts'
import type { Rulebook } from './rulebook.ts'
import { weightOf } from './weight.ts'

interface Material {
  /** Heaviest first. */
  findings: readonly Finding[]
  notFired: readonly { judged: boolean }[]
  scores: RoundScores
  patterned: readonly Level[]
  rulebook: Rulebook
}

/** An ailment with the findings that speak for it, heaviest first. */
interface Case {
  ailment: Ailment
  findings: readonly [Finding, ...Finding[]]
}

/** More than three causes in one sentence are no longer a diagnosis. */
const MOST_NAMED = 3
/** An ailment is named beside the leading one if its own leading finding weighs at least half as much. */
const WORTH_NAMING = 0.5

/** The one blunt sentence: which ailment, or which mix, with numbers. That there is none is a result as well. */
export function composeVerdict(material: Material): Verdict {
  const { findings, notFired } = material
  const judged = findings.length + notFired.filter((rule) => rule.judged).length
  if (judged === 0) return notEnoughAnswers(material)
  const cases = casesOf(
    findings.filter((finding) => finding.kind === 'problem' && finding.certainty !== 'indicative'),
  )
  if (cases.length > 0) return diagnosisOf(cases, material)
  const strengths = findings.filter(
    (finding) => finding.kind === 'strength' && finding.certainty !== 'indicative',
  )
  if (strengths.length >= 2) return soundTeam(strengths)
  return noClearPattern(judged, material)
}

/** Ailments that a critical finding, or at least two findings that rest on different items, speak for. */
function casesOf(findings: readonly Finding[]): Case[] {
  const cases = AILMENTS.flatMap((ailment): Case[] => {
    const [first, ...others] = findings.filter((finding) => finding.ailment === ailment)
    if (!first) return []
    const stands = first.severity === 3 || others.some((other) => restsElsewhere(other, first))
    return stands ? [{ ailment, findings: [first, ...others] }] : []
  })
  const ranked = cases.toSorted((one, other) => sumOfWeights(other) - sumOfWeights(one)).toSorted(byLeading)
  const heaviest = ranked[0] ? weightOf(ranked[0].findings[0]) : 0
  return ranked
    .filter(({ findings: [leading] }) => weightOf(leading) >= WORTH_NAMING * heaviest)
    .slice(0, MOST_NAMED)
}

function byLeading(one: Case, other: Case): number {
  return weightOf(other.findings[0]) - weightOf(one.findings[0])
}

function sumOfWeights({ findings }: Case): number {
  return findings.reduce((sum, finding) => sum + weightOf(finding), 0)
}

function restsElsewhere(one: Finding, other: Finding): boolean {
  const items = other.evidence.map(({ itemId }) => itemId)
  return one.evidence.some(({ itemId }) => itemId === null || !items.includes(itemId))
}

function diagnosisOf(cases: readonly Case[], { rulebook }: Material): Verdict {
  const names = cases.map(({ ailment }) => rulebook.ailments[ailment])
  const leading = cases.map(({ findings }) => findings[0])
  const [first] = leading
  return {
    kind: 'diagnosis',
    ailments: cases.map(({ ailment }) => ailment),
    headline: first?.headline ?? '',
    statement: `${capitalise(listed(names))}: ${clausesOf(leading)}.`,
    certainty: cases[0] ? certaintyOf(cases[0]) : null,
    basis: leading.map(({ ruleId }) => ruleId),
  }
}

/** Clear only where the leading finding is clear and another one, from another item, says the same. */
function certaintyOf({ findings: [leading, ...others] }: Case): Certainty {
  if (leading.certainty !== 'clear') return leading.certainty
  return others.some((other) => restsElsewhere(other, leading)) ? 'clear' : 'likely'
}

function clausesOf(findings: readonly Finding[]): string {
  const clauses = findings.map(({ clause }) => clause)
  if (clauses.length < 2) return clauses.join('')
  if (clauses.length === 2 && !clauses.some((clause) => /[,:]/.test(clause))) return clauses.join(', and ')
  return `${clauses.slice(0, -1).join('; ')}; and ${clauses.at(-1)}`
}

function soundTeam(strengths: readonly Finding[]): Verdict {
  const told = strengths.slice(0, 2)
  return {
    kind: 'diagnosis',
    ailments: [],
    headline: told[0]?.headline ?? '',
    statement: `Nothing is broken that these answers show: ${listed(told.map(({ clause }) => clause))}.`,
    certainty: told.some(({ certainty }) => certainty === 'likely') ? 'likely' : 'clear',
    basis: told.map(({ ruleId }) => ruleId),
  }
}

function noClearPattern(judged: number, { patterned, findings }: Material): Verdict {
  const rules = `${numberWord(judged)} rules were held against the answers`
  const statement =
    patterned.length === 0
      ? 'No clear pattern: taken together, the answers cannot be told from answers given at random, so they name no cause.'
      : `No clear pattern: ${rules}, and what they found is too little or too unsure to name a cause.`
  return {
    kind: 'no-clear-pattern',
    ailments: [],
    headline: `${capitalise(rules)}; no cause stands out`,
    statement,
    certainty: null,
    basis: findings.slice(0, 3).map(({ ruleId }) => ruleId),
  }
}

function notEnoughAnswers({ scores }: Material): Verdict {
  const needed = numberWord(disclosureOf(scores).needed)
  return {
    kind: 'not-enough-answers',
    ailments: [],
    headline: `Fewer than ${needed} people of a level answered`,
    statement: `Not enough answers: fewer than ${needed} people of a level answered the items that a diagnosis rests on, so none is made.`,
    certainty: null,
    basis: [],
  }
}
