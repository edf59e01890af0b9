/** A group of lines that mean the same, within one item of one round. */
export interface Theme {
  id: string
  itemId: string
  name: string
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
export interface Codebook {
  themes: Theme[]
  lines: CodedLine[]
}

/**
 * The seam for grouping: given the lines of one question, proposes a partition of all of them.
 * The person is an opaque key, never a name.
 */
export interface ThemeProposer {
  id: string
  propose(question: ProposalQuestion): Promise<ProposedTheme[]> | ProposedTheme[]
}

export interface ProposalQuestion {
  question: string
  lines: { id: string; person: string; text: string }[]
}

export interface ProposedTheme {
  lineIds: string[]
  name: string
  /** 0..1 */
  confidence: number
}
