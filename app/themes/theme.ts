/** A group of lines that mean the same, within one item of one round. */
export interface Theme {
  id: string
  itemId: string
  name: string
}

/** A proposed theme is the machine's; once a person has said yes to it, or made it, it is confirmed. */
export type ThemeState = 'proposed' | 'confirmed'

/** A theme with what a codebook says of it. */
export interface CodedTheme extends Theme {
  definition: string
  state: ThemeState
  /** Who decided on it last, and the day (YYYY-MM-DD); null while nobody has. */
  coder: string | null
  decidedOn: string | null
  /** The theme of an earlier round that it carries on, always the first of the chain: by it rounds are compared. */
  knownId: string | null
}

/** One line of one submission, sorted into a theme. `position` counts from 0 in the order the lead gave. */
export interface CodedLine {
  id: string
  submissionId: string
  itemId: string
  position: number
  text: string
  themeId: string
}

/** All themes of a round and the lines in them. */
export interface Codebook<AnyTheme extends Theme = Theme> {
  themes: AnyTheme[]
  lines: CodedLine[]
}

/** A theme that only the machine has proposed. */
export function proposedTheme(theme: Theme): CodedTheme {
  return { ...theme, definition: '', state: 'proposed', coder: null, decidedOn: null, knownId: null }
}
