import type { CodingStep, Hand } from '#app/themes/coding/coding-step.ts'
import type { ItemCoding } from '#app/themes/coding/item-coding.ts'
import { takeStep } from '#app/themes/coding/take-step.ts'
import type { Certainty, Proposal, ProposedGroup } from '#app/themes/proposal.ts'
import { type CodedTheme, proposedTheme } from '#app/themes/theme.ts'

export const ITEM = 'priorities'

export function hand(): Hand {
  let made = 0
  return { coder: 'Ada', on: '2026-03-12', newId: () => `new-${++made}` }
}

/** Proposed themes by id, each with its lines; a line is its text and is called by it. */
export function coding(
  groups: Record<string, string[]>,
  themes: Record<string, Partial<CodedTheme>> = {},
): ItemCoding {
  return Object.freeze({
    itemId: ITEM,
    themes: Object.keys(groups).map((id) => ({
      ...proposedTheme({ id, itemId: ITEM, name: `Theme ${id}` }),
      ...themes[id],
    })),
    lines: Object.entries(groups).flatMap(([themeId, texts]) =>
      texts.map((text, position) => ({
        id: text,
        submissionId: `s-${text}`,
        itemId: ITEM,
        position,
        text,
        themeId,
      })),
    ),
    apart: [],
    proposal: null,
  })
}

export function step(act: Record<string, unknown>, wordings: CodingStep['wordings'] = []): CodingStep {
  return { wordings, ...act } as CodingStep
}

/** What a coding is after a step that must be possible. */
export function after(before: ItemCoding, act: Record<string, unknown>): ItemCoding {
  const taken = takeStep(before, step(act), hand())
  if (!taken.ok) throw new Error(taken.error)
  return taken.coding
}

/** Themes as sets of lines: `a b` proposed, `a b!` confirmed. */
export function groupsOf({ themes, lines }: ItemCoding): string[] {
  return themes
    .map(({ id, state }) => {
      const texts = lines.filter(({ themeId }) => themeId === id).map(({ text }) => text)
      return texts.sort().join(' ') + (state === 'confirmed' ? '!' : '')
    })
    .sort()
}

export function group(lineIds: string[], rest: Partial<ProposedGroup> = {}): ProposedGroup {
  const certainty: Certainty = 'likely'
  return {
    lineIds,
    name: lineIds[0] ?? '',
    confidence: 0.3,
    certainty,
    keywords: [],
    knownId: null,
    opposed: null,
    ...rest,
  }
}

export function proposal(groups: ProposedGroup[], rest: Partial<Proposal> = {}): Proposal {
  return {
    proposerId: 'test/1',
    groups,
    suggestions: [],
    nearest: [],
    readings: [],
    unknownTerms: [],
    careful: [],
    free: [],
    ...rest,
  }
}
