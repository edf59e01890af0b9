import type { Certainty, Diagnosis, Finding } from '#app/diagnosis/diagnosis.ts'

/** More findings than this in full, and none of them is read. */
const MOST_IN_FULL = 7
/** Room kept for what works, where anything does. */
const STRENGTHS_KEPT = 2
const CERTAINTIES: readonly Certainty[] = ['clear', 'likely', 'indicative']

/** So many stand beside the answer. */
export const TOLD_FIRST = 3

/** Sure enough to act on. */
export function isSure({ certainty }: Finding): boolean {
  return certainty !== 'indicative'
}

/** The sure findings that are told in full: the worst first, of equals the surest, and at the end what works. */
export function mainFindings(findings: readonly Finding[]): Finding[] {
  const ranked = findings
    .filter(isSure)
    .toSorted(
      (one, other) =>
        other.severity - one.severity ||
        CERTAINTIES.indexOf(one.certainty) - CERTAINTIES.indexOf(other.certainty),
    )
  const strengths = ranked.filter(({ kind }) => kind === 'strength')
  const kept = Math.min(strengths.length, STRENGTHS_KEPT)
  const problems = ranked.filter(({ kind }) => kind === 'problem').slice(0, MOST_IN_FULL - kept)
  return [...problems, ...strengths.slice(0, MOST_IN_FULL - problems.length)]
}

/** The findings that the verdict is made of, then the heaviest others; hints only where there is nothing surer. */
export function firstFindings({ verdict, findings }: Diagnosis): Finding[] {
  const leading = findings.filter(({ ruleId }) => verdict.basis.includes(ruleId))
  const sure = findings.filter((finding) => !leading.includes(finding) && isSure(finding))
  const problemsFirst = sure.toSorted(
    (one, other) => Number(other.kind === 'problem') - Number(one.kind === 'problem'),
  )
  return [...leading, ...problemsFirst].slice(0, TOLD_FIRST)
}
