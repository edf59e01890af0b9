import type { Instrument, Level } from '#app/questionnaire/instrument.ts'
import { findItem } from '#app/questionnaire/items.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import { patternedLevels } from './coherence.ts'
import type { Diagnosis, Finding } from './diagnosis.ts'
import type { FigureResult } from './figure.ts'
import { resolveFigure } from './figures.ts'
import { judge } from './judge.ts'
import { capitalise } from './people-words.ts'
import { comparisonsOf, currentRulebook, type FigureRef, type Rule, type Rulebook } from './rulebook.ts'
import { fillFirst, fillSentences } from './template.ts'
import { composeVerdict } from './verdict.ts'
import { byWeight } from './weight.ts'

/** How the reason of a rule begins that nobody could judge. */
export const NOT_JUDGED = 'not judged'

type NotFired = Diagnosis['notFired'][number] & { judged: boolean }

/** Holds the rulebook against the scores of a round. Rules about items that the instrument lacks are left out. */
export function diagnose(
  scores: RoundScores,
  instrument: Instrument,
  rulebook: Rulebook = currentRulebook,
): Diagnosis {
  const patterned = patternedLevels(scores)
  const results = rulebook.rules
    .filter((rule) => isAskedFor(rule, instrument))
    .map((rule) => applyRule(rule, scores, rulebook, patterned))
  const findings = results.filter((result): result is Finding => 'severity' in result).toSorted(byWeight)
  const notFired = results.filter((result): result is NotFired => 'judged' in result)
  return {
    rulebookVersion: rulebook.version,
    verdict: composeVerdict({ findings, notFired, scores, patterned, rulebook }),
    findings,
    notFired: notFired.map(({ ruleId, name, reason }) => ({ ruleId, name, reason })),
  }
}

/** Whether every item that the condition needs is in the instrument. */
function isAskedFor(rule: Rule, instrument: Instrument): boolean {
  const needed = new Set(comparisonsOf(rule.when).map(({ figure }) => figure))
  const items = [...needed].flatMap((name) => itemOf(rule.figures[name]))
  return items.length === 0 || items.some((id) => findItem(instrument, id))
}

function itemOf(ref: FigureRef | undefined): string[] {
  return ref && 'item' in ref ? [ref.item] : []
}

function applyRule(
  rule: Rule,
  scores: RoundScores,
  rulebook: Rulebook,
  patterned: readonly Level[],
): Finding | NotFired {
  const figures: Record<string, FigureResult> = Object.fromEntries(
    Object.entries(rule.figures).map(([name, ref]) => [name, resolveFigure(ref, scores, rulebook)]),
  )
  const judgement = judge(rule.when, figures, patterned)
  const { id: ruleId, name, construct, ailment, severity, kind, meaning, moves } = rule
  if (!judgement.fired) {
    const { judged, reason } = judgement
    return { ruleId, name, judged, reason: judged ? reason : `${NOT_JUDGED}: ${reason}` }
  }
  return {
    ruleId,
    name,
    construct,
    ailment,
    severity,
    kind,
    certainty: judgement.certainty,
    headline: capitalise(fillFirst(rule.headline, figures)),
    statement: fillSentences(rule.statement, figures),
    clause: fillFirst(rule.clause, figures),
    meaning,
    moves,
    evidence: judgement.evidence,
  }
}
