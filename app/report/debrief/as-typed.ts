import type { DecisionForm, DecisionForms } from './decision-forms.ts'

/** What of a refused decision is shown again. */
export interface RefusedDecision {
  /** 404: nothing can be taken down under its id any more. */
  status: number
  entry: string
  revision: number
  typed: Pick<DecisionForm, 'wording' | 'owner' | 'due'>
  /** The finding that it was typed at; empty where it was none. */
  ruleId: string
}

/**
 * The forms with what was typed in the one that was refused, and the id of that one. New forms have new ids each time, so it is
 * found by its finding as well.
 */
export function asTyped(
  forms: DecisionForms,
  { status, entry, revision, typed, ruleId }: RefusedDecision,
): { forms: DecisionForms; entry: string } {
  const all = [...forms.findings, ...forms.further, forms.blank]
  const meant =
    all.find((form) => form.entry === entry) ??
    all.find((form) => form.ruleId === ruleId && form.revision === 0) ??
    forms.blank
  const shown = { ...meant, ...typed, ...(status === 404 ? { revision: 0 } : { entry, revision }) }
  const again = (form: DecisionForm) => (form === meant ? shown : form)
  return {
    forms: {
      findings: forms.findings.map(again),
      further: forms.further.map(again),
      blank: again(forms.blank),
    },
    entry: shown.entry,
  }
}
