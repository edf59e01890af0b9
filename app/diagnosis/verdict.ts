import type { Level } from '#app/questionnaire/instrument.ts'
import { listed } from '#app/rounds/count-words.ts'
import { disclosureOf } from '#app/scoring/disclosure.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import { type Case, casesOf, chosenOf, restsElsewhere, whyNot } from './cases.ts'
import type { Certainty, Finding, Verdict } from './diagnosis.ts'
import { capitalise, numberWord } from './people-words.ts'
import type { Rulebook } from './rulebook.ts'

interface Material {
  /** Heaviest first. */
  findings: readonly Finding[]
  notFired: readonly { ruleId: string; judged: boolean }[]
  scores: RoundScores
  patterned: readonly Level[]
  rulebook: Rulebook
}

type Composed = Omit<Verdict, 'fragile' | 'others'>

/** The one blunt sentence: which ailment, or which mix, with numbers. That there is none is a result as well. */
export function composeVerdict(material: Material): Verdict {
  const { findings, rulebook, notFired } = material
  const cases = casesOf(findings)
  const chosen = chosenOf(cases)
  const composed = compose(chosen, material)
  const isFragile = ({ ruleId, evidence }: Finding) =>
    composed.basis.includes(ruleId) && evidence.some(({ fragile }) => fragile)
  return {
    ...composed,
    fragile: findings.filter(isFragile).map(({ ruleId }) => ruleId),
    others: whyNot(chosen, { cases, findings, notFired, rulebook }),
  }
}

function compose(cases: readonly Case[], material: Material): Composed {
  const { findings, notFired } = material
  const judged = findings.length + notFired.filter((rule) => rule.judged).length
  if (judged === 0) return notEnoughAnswers(material)
  if (cases.length > 0) return diagnosisOf(cases, material)
  const strengths = findings.filter(
    (finding) => finding.kind === 'strength' && finding.certainty !== 'indicative',
  )
  if (strengths.length >= 2) return soundTeam(strengths)
  return noClearPattern(judged, material)
}

function diagnosisOf(cases: readonly Case[], { rulebook }: Material): Composed {
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

function soundTeam(strengths: readonly Finding[]): Composed {
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

function noClearPattern(judged: number, { patterned, findings }: Material): Composed {
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

function notEnoughAnswers({ scores }: Material): Composed {
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
