import type { KnownTheme, Proposal, ProposalQuestion } from '../proposal.ts'
import { type ItemCoding, keepOf } from './item-coding.ts'

export interface Background {
  /** The item's wording. */
  question: string
  glossary: ProposalQuestion['glossary']
  known: readonly KnownTheme[]
}

/** What a proposer is asked about an item as it stands. Whose a line is goes along only as the key of the submission. */
export function proposalQuestion(coding: ItemCoding, background: Background): ProposalQuestion {
  const lines = coding.lines.map(({ id, submissionId, text }) => ({ id, person: submissionId, text }))
  return { ...background, lines, keep: keepOf(coding) }
}

/** Groups that carry on a theme of an earlier round are called as it was. */
export function withKnownNames(proposal: Proposal, known: readonly KnownTheme[]): Proposal {
  const names = new Map(known.map(({ id, name }) => [id, name]))
  const groups = proposal.groups.map((group) => ({
    ...group,
    name: names.get(group.knownId ?? '') ?? group.name,
    knownId: names.has(group.knownId ?? '') ? group.knownId : null,
  }))
  return { ...proposal, groups }
}
