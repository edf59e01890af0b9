import type { Ailment, Diagnosis } from '#app/diagnosis/diagnosis.ts'
import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import { currentRulebook } from '#app/diagnosis/rulebook.ts'
import { evidenceWords, heading, list, said } from './blocks.ts'
import type { Block, Sentence } from './document.ts'

type Source = NonNullable<Sentence['source']>

/** Why the verdict says what it says: the evidence of the findings that it is composed of. */
export function verdictSource({ verdict, findings, notFired }: Diagnosis): Source {
  const basis = verdict.basis.flatMap((id) => findings.filter(({ ruleId }) => ruleId === id))
  const why = basis.map(({ name, evidence }) => `${name}: ${evidenceWords(evidence)}`).join(' · ')
  const rules = `${numberWord(findings.length)} of ${numberWord(findings.length + notFired.length)} rules met`
  return {
    rule: verdict.basis.length > 0 ? verdict.basis.join(', ') : 'rulebook',
    why: why === '' ? capitalise(rules) : why,
  }
}

/** "Certainty: likely; one changed answer could undo “Slow decisions”". */
export function certaintyWords({ verdict: { certainty, fragile }, findings }: Diagnosis): string {
  if (certainty === null) return 'No cause is named'
  const names = findings.filter(({ ruleId }) => fragile.includes(ruleId)).map(({ name }) => `“${name}”`)
  if (names.length === 0) return `Certainty: ${certainty}`
  return `Certainty: ${certainty}; one changed answer could undo ${names.join(' and ')}`
}

/** The causes that the verdict does not name, each with the reason. */
export function otherCausesBlocks(diagnosis: Diagnosis): Block[] {
  const { kind, ailments, others } = diagnosis.verdict
  if (kind === 'not-enough-answers' || others.length === 0) return []
  const sentences = others.map(({ ailment, reason }) =>
    said(
      `${capitalise(currentRulebook.ailments[ailment])} is not named: ${reason}.`,
      'verdict',
      rulesMet(ailment, diagnosis),
    ),
  )
  const title = ailments.length === 0 ? 'Why no cause is named' : 'Why no other cause is named'
  return [heading(title), ...list(sentences)]
}

/** "2 of 9 rules met, 1 of them surely; needed: a critical one or two". */
function rulesMet(ailment: Ailment, { findings, notFired }: Diagnosis): string {
  const ids = currentRulebook.rules.filter((rule) => rule.ailment === ailment).map(({ id }) => id)
  const met = findings.filter(({ ruleId }) => ids.includes(ruleId))
  const asked = met.length + notFired.filter(({ ruleId }) => ids.includes(ruleId)).length
  const sure = met.filter(({ certainty }) => certainty !== 'indicative').length
  return `${met.length} of ${asked} rules met, ${sure} of them surely; needed: a critical one, or two from different items`
}
