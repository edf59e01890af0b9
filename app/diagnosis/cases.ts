import { listed } from '#app/rounds/count-words.ts'
import { AILMENTS, type Ailment, type Finding, type Verdict } from './diagnosis.ts'
import { numberWord } from './people-words.ts'
import type { Rulebook } from './rulebook.ts'
import { weightOf } from './weight.ts'

/** An ailment with the findings that speak for it, heaviest first, and whether they are enough to name it. */
export interface Case {
  ailment: Ailment
  findings: readonly [Finding, ...Finding[]]
  stands: boolean
}

/** More than three causes in one sentence are no longer a diagnosis. */
const MOST_NAMED = 3
/** An ailment is named beside the leading one if its own leading finding weighs at least half as much. */
const WORTH_NAMING = 0.5

/** Every ailment that a sure finding speaks for. It stands on a critical one, or on two that rest on different items. */
export function casesOf(findings: readonly Finding[]): Case[] {
  const sure = findings.filter(({ kind, certainty }) => kind === 'problem' && certainty !== 'indicative')
  return AILMENTS.flatMap((ailment): Case[] => {
    const [first, ...others] = sure.filter((finding) => finding.ailment === ailment)
    if (!first) return []
    const stands = first.severity === 3 || others.some((other) => restsElsewhere(other, first))
    return [{ ailment, findings: [first, ...others], stands }]
  })
}

/** The ailments that a verdict names, heaviest first. */
export function chosenOf(cases: readonly Case[]): Case[] {
  const ranked = cases
    .filter(({ stands }) => stands)
    .toSorted((one, other) => sumOfWeights(other) - sumOfWeights(one))
    .toSorted((one, other) => weightOf(other.findings[0]) - weightOf(one.findings[0]))
  const heaviest = ranked[0] ? weightOf(ranked[0].findings[0]) : 0
  return ranked
    .filter(({ findings: [leading] }) => weightOf(leading) >= WORTH_NAMING * heaviest)
    .slice(0, MOST_NAMED)
}

/** Whether a finding rests on an item that the other one does not rest on. */
export function restsElsewhere(one: Finding, other: Finding): boolean {
  const items = other.evidence.map(({ itemId }) => itemId)
  return one.evidence.some(({ itemId }) => itemId === null || !items.includes(itemId))
}

interface Known {
  cases: readonly Case[]
  findings: readonly Finding[]
  notFired: readonly { ruleId: string; judged: boolean }[]
  rulebook: Rulebook
}

/** Why each ailment that the verdict does not name is not named. */
export function whyNot(chosen: readonly Case[], known: Known): Verdict['others'] {
  const named = chosen.map(({ ailment }) => ailment)
  return AILMENTS.filter((ailment) => !named.includes(ailment)).map((ailment) => {
    const found = known.cases.find((one) => one.ailment === ailment)
    return { ailment, reason: found ? whyNotCase(found) : whyNothing(ailment, known) }
  })
}

function whyNotCase({ findings: [leading, ...others], stands }: Case): string {
  if (stands) return `“${leading.name}” was found, and weighs less than what is named`
  if (others.length === 0) return `“${leading.name}” was found, and no second finding bears it out`
  return `“${leading.name}” was found, and what else was found rests on the same answers`
}

function whyNothing(ailment: Ailment, { findings, notFired, rulebook }: Known): string {
  const ofAilment = rulebook.rules.filter((rule) => rule.ailment === ailment).map(({ id }) => id)
  const hints = findings.filter(({ ruleId }) => ofAilment.includes(ruleId)).map(({ name }) => `“${name}”`)
  if (hints.length > 0) return `no more than a hint was found: ${listed(shortened(hints))}`
  const held = notFired.filter(({ ruleId, judged }) => judged && ofAilment.includes(ruleId)).length
  if (held === 0) return 'none of its rules could be judged'
  return held === 1
    ? 'its one rule that could be judged was not met'
    : `none of its ${numberWord(held)} rules that could be judged was met`
}

/** The first two, and how many there are besides. */
function shortened(names: readonly string[]): string[] {
  return names.length > 3 ? [...names.slice(0, 2), `${numberWord(names.length - 2)} more`] : [...names]
}

function sumOfWeights({ findings }: Case): number {
  return findings.reduce((sum, finding) => sum + weightOf(finding), 0)
}
