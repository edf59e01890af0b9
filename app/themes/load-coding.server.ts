import type { Kysely } from 'kysely'
import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import { listCodebookVersions } from '#db/codebook-versions.ts'
import { findRound } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { themedItems } from './assemble-codebook.ts'
import { codebookState } from './codebook/codebook-state.ts'
import { codingProgress } from './coding/progress.ts'
import { findItemCodings } from './find-coding.server.ts'

export type LoadedCoding = NonNullable<Awaited<ReturnType<typeof loadCoding>>>

/** What a consultant needs to sort the lines of a closed round. Null while it is open: nothing is read before the end. */
export async function loadCoding(db: Kysely<Database>, query: { roundId: string; consultantId: string }) {
  const found = await findRound(db, { id: query.roundId, consultantId: query.consultantId })
  if (!found || found.round.closedOn === null) return null
  const { round, engagement } = found
  const codings = await findItemCodings(db, round.id)
  const versions = await listCodebookVersions(db, round.id)
  const items = themedItems(await instrumentOfRound(db, round.id)).map(({ id, wording }) => ({
    itemId: id,
    wording,
    ...codingProgress(codings.find(({ itemId }) => itemId === id) ?? { themes: [], lines: [] }),
  }))
  const { id, title, engagementId, privacyMode, smallestGroup } = round
  return {
    round: { id, title, engagementId, privacyMode, smallestGroup },
    clientName: engagement.clientName,
    items,
    codings,
    versions,
    state: codebookState(versions[0] ?? null),
  }
}
