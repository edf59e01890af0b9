import type { Diagnosis, Finding } from '#app/diagnosis/diagnosis.ts'
import { isSure } from './main-findings.ts'
import { isJudged } from './pages/not-found.ts'

/** Statements of two rounds by what became of them. */
export interface StatementTurns {
  gone: { then: Finding; now: string }[]
  unjudged: { then: Finding; now: string }[]
  stayed: { then: Finding; now: Finding }[]
  come: Finding[]
}

/** Statements by what became of them; a statement is one that was sure in its round. */
export function turnsOf(before: Diagnosis, after: Diagnosis): StatementTurns {
  const turns: StatementTurns = { gone: [], unjudged: [], stayed: [], come: [] }
  for (const then of before.findings.filter(isStatement)) {
    const now = after.findings.find(({ ruleId }) => ruleId === then.ruleId)
    const not = after.notFired.find(({ ruleId }) => ruleId === then.ruleId)
    if (now && isSure(now)) turns.stayed.push({ then, now })
    else if (now) turns.gone.push({ then, now: 'No more than a hint is left' })
    else if (not && isJudged(not)) turns.gone.push({ then, now: not.reason })
    else turns.unjudged.push({ then, now: not?.reason ?? 'not asked in this round' })
  }
  const known = before.findings.filter(isStatement).map(({ ruleId }) => ruleId)
  turns.come = after.findings.filter((one) => isStatement(one) && !known.includes(one.ruleId))
  return turns
}

function isStatement(finding: Finding): boolean {
  return finding.kind === 'problem' && isSure(finding)
}
