/** What a consultant can do to one place of a report. */
export const EDIT_KINDS = ['text', 'hide', 'order', 'note'] as const
export type EditKind = (typeof EDIT_KINDS)[number]

/** One change by the consultant, kept apart from the generated text. */
export interface Edit {
  /** Key of the place, which survives a re-score. */
  target: string
  kind: EditKind
  /** The generated text that it was made for. */
  base: string
  /** `text` and `note`: the consultant's words; `order`: keys, a line each; `hide`: empty. */
  value: string
}

/** An edit that the report does without until the consultant has decided: its place has other figures now, or is gone. */
export interface StaleEdit {
  edit: Edit
  /** Where it would stand, and the text that is generated there now; null where the place is gone. */
  now: { key: string; base: string } | null
}

/** An entry of the audit trail. */
export interface EditEvent {
  /** ISO 8601, UTC. */
  at: string
  by: string
  target: string
  kind: EditKind
  act: 'changed' | 'kept' | 'dropped'
  before: string
  after: string
}

/** What is to be stored: an edit written or replaced, or taken away, with its entry in the audit trail. */
export interface EditChange {
  target: string
  kind: EditKind
  act: EditEvent['act']
  /** Null takes the edit away. */
  edit: Edit | null
  before: string
  after: string
}
