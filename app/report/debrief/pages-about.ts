import type { Construct } from '#app/questionnaire/instrument.ts'

/** Pages of the report whose pictures tell of a finding, where its subject alone does not lead there. */
const BY_RULE: Partial<Record<string, readonly string[]>> = {
  'two-camps': ['order', 'priorities'],
  'message-did-not-travel': ['levels'],
  'abstract-strategy': ['levels'],
  'illusion-of-alignment': ['perceived-and-shown'],
  'tiebreak-unknown': ['order', 'priorities'],
  'no-stop-named': ['stops'],
  'no-not-now-list': ['stops'],
  'colliding-priorities': ['stops'],
  'weak-focus': ['stops', 'signals'],
  'strong-intent-weak-alignment': ['dependencies', 'strength-and-agreement'],
}

const BY_CONSTRUCT: Record<Construct, readonly string[]> = {
  alignment: ['priorities', 'levels'],
  focus: ['signals', 'stops'],
  accountability: ['accountability'],
  'decision-flow': ['accountability'],
  rhythm: ['rhythm'],
  outcomes: ['rhythm'],
  readiness: [],
}

/** The nearest page first; the picture of all constructs is on the page of strength and agreement. */
export function pagesAbout(ruleId: string, construct: Construct): readonly string[] {
  return [...(BY_RULE[ruleId] ?? []), ...BY_CONSTRUCT[construct], 'strength-and-agreement']
}
