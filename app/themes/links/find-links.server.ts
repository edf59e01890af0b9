import type { Kysely } from 'kysely'
import { listGlossary } from '#db/glossaries.ts'
import { findRoundEngagementId } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { breathe } from '../breathe.server.ts'
import type { ItemCoding } from '../coding/item-coding.ts'
import { localComparers } from '../comparers.server.ts'
import type { Comparer } from '../grouping/comparer.ts'
import { compareLines } from '../grouping/group-lines.ts'
import { reasonFor } from '../grouping/reasons.ts'
import type { ProposalQuestion, TextEncoder } from '../proposal.ts'
import { englishDictionary } from '../reading/english.server.ts'
import { type LinkableTheme, type LinkProposal, proposeLinks } from './propose-links.ts'

/** The items whose themes are held against one another, and what a theme of each is. */
const ROLES: Record<string, LinkableTheme['role']> = {
  priorities: 'priority',
  stops: 'stop',
  dependencies: 'dependency',
}

/** Links that a person may confirm between the themes of a round as they stand. */
export async function findLinks(
  db: Kysely<Database>,
  roundId: string,
  codings: readonly ItemCoding[],
  encoder?: TextEncoder,
): Promise<LinkProposal[]> {
  const concerned = codings.filter(({ itemId }) => itemId in ROLES)
  const glossary = await listGlossary(db, await findRoundEngagementId(db, roundId))
  const question: ProposalQuestion = {
    question: '',
    // What matters is the matter: a person's two lines on it are as good as those of two people.
    lines: concerned.flatMap(({ lines }) => lines.map(({ id, text }) => ({ id, person: id, text }))),
    glossary: glossary.map(({ term, meaning }) => [term, meaning] as const),
    keep: { together: [], apart: [] },
    known: [],
  }
  const failures: unknown[] = []
  for (const comparer of localComparers(db, encoder)) {
    try {
      return await linksBy(comparer, question, concerned)
    } catch (error) {
      failures.push(error)
    }
  }
  throw failures.at(-1)
}

async function linksBy(comparer: Comparer, question: ProposalQuestion, codings: readonly ItemCoding[]) {
  const compared = await compareLines(question, comparer, await englishDictionary(), breathe)
  const { arrangement, readings, similarities, calibration } = compared
  const placeOf = new Map(arrangement.lines.map(({ id }, place) => [id, place]))
  const themes = codings.flatMap(({ itemId, themes: ofItem, lines }) =>
    ofItem.map(
      ({ id }): LinkableTheme => ({
        id,
        role: ROLES[itemId] ?? 'priority',
        places: lines.flatMap((line) => (line.themeId === id ? (placeOf.get(line.id) ?? []) : [])),
      }),
    ),
  )
  const wording = (line: number) => readings.lines[line]?.norm ?? ''
  return proposeLinks(themes, similarities.matrix, calibration.link, (a, b, similarity) =>
    reasonFor([a], [b], wording, similarities, similarity),
  )
}
