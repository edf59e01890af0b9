import { plainWords } from '#app/themes/plain-words.ts'
import type { Proposal, ProposalQuestion, ProposedGroup, ThemeProposer } from '#app/themes/proposal.ts'

/**
 * Groups lines that say the same words: letter case, punctuation, bullets and spacing do not count. It never joins
 * different wordings and takes no time, which is all that tests of what comes after the proposal need.
 */
export const wordingProposer: ThemeProposer = {
  id: 'wording/1',
  propose: (question) => Promise.resolve(proposeByWording(question)),
}

function proposeByWording({ lines, keep }: ProposalQuestion): Proposal {
  const groups = new Map<string, ProposedGroup>()
  const parted = new Set(keep.apart.flat())
  const held = new Map(keep.together.flatMap((ids) => ids.map((id) => [id, ids[0] ?? id])))
  for (const { id, text } of lines) {
    const alike = parted.has(id) ? id : plainWords(text) || text
    const key = held.has(id) ? `held ${held.get(id)}` : alike
    const group = groups.get(key) ?? emptyGroup(text.trim())
    group.lineIds.push(id)
    groups.set(key, group)
  }
  const all = [...groups.values()]
  const lineSets = () => all.map(({ lineIds }) => [...lineIds])
  return {
    proposerId: 'wording/1',
    groups: all,
    suggestions: [],
    nearest: [],
    readings: [],
    unknownTerms: [],
    careful: lineSets(),
    free: lineSets(),
  }
}

function emptyGroup(name: string): ProposedGroup {
  return {
    lineIds: [],
    name,
    confidence: 1,
    certainty: 'very-likely',
    keywords: [],
    knownId: null,
    opposed: null,
  }
}
