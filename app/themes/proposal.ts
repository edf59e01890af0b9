/** What a proposer is given: the lines of one question. The person is an opaque key, never a name. */
export interface ProposalQuestion {
  question: string
  lines: readonly ProposalLine[]
  /** Terms and what they stand for, the workspace's own before any built-in ones. */
  glossary: readonly (readonly [term: string, meaning: string])[]
  /** What a person has decided: lines that belong together, and pairs that never do. A proposal keeps to both. */
  keep: { together: readonly (readonly string[])[]; apart: readonly (readonly [string, string])[] }
  /** Themes of earlier rounds, as candidates for lines that mean the same again. */
  known: readonly KnownTheme[]
}

export interface ProposalLine {
  id: string
  person: string
  text: string
}

export interface KnownTheme {
  id: string
  name: string
  lineTexts: readonly string[]
}

/** How sure a proposed join is, in the three steps of the calibration that ships with a model. */
export type Certainty = 'very-likely' | 'likely' | 'maybe'

export interface ProposedGroup {
  lineIds: string[]
  name: string
  /** Height at which the group holds together, 0..1; 1 for a line alone. */
  confidence: number
  certainty: Certainty
  /** Up to three words that the lines share beyond the rest of the question. */
  keywords: string[]
  /** The theme of an earlier round that the lines fit, if any. */
  knownId: string | null
  /** Lines of the group that seem to say the opposite of the others, with the words that tell. */
  opposed: { lineIds: string[]; why: string } | null
}

/** Two groups that may mean the same. */
export interface Suggestion {
  lineIds: [string[], string[]]
  confidence: number
  /** The reason in words: what they share. */
  why: string
  /** Whether both hold a line of the same person: such lines are never joined without being asked. */
  samePerson: boolean
}

/** A line as the machine read it, where that differs from what was written. */
export interface Reading {
  lineId: string
  read: string
}

export interface Proposal {
  /** Names the model and the version of the normaliser: thresholds and vectors belong to both. */
  proposerId: string
  /** A partition of all lines. */
  groups: ProposedGroup[]
  suggestions: Suggestion[]
  /** For every line: up to three nearest groups besides its own, by lines of each, the nearest first. */
  nearest: { lineId: string; groups: { lineIds: string[]; similarity: number }[] }[]
  readings: Reading[]
  /** Terms that look like abbreviations and stand in no glossary. */
  unknownTerms: { term: string; lines: number }[]
  /** The same lines grouped more carefully and more freely: between the two lies what may be said before a person has confirmed. */
  careful: string[][]
  free: string[][]
  /** Said where another proposer had to step in for the one that was asked for: which, and why. */
  notice?: string
}

/** The seam for grouping. Whatever stands behind it, the answer is checked to be a partition of the lines it was given. */
export interface ThemeProposer {
  id: string
  propose(question: ProposalQuestion, signal?: AbortSignal): Promise<Proposal>
}

/** Thresholds on the similarity of one encoder under one version of the normaliser; never mixed with another's. */
export interface Calibration {
  encoder: string
  normaliser: string
  veryLikely: number
  automatic: number
  maybe: number
  /** Where the careful and the free grouping are cut: above and below the automatic one. */
  careful: number
  free: number
  /** From here on two lines of different questions may concern the same matter. */
  link: number
}

/** The seam for meaning: one vector of unit length for each line. */
export interface TextEncoder {
  id: string
  dimensions: number
  embed(lines: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>
}
