import type { Kysely } from 'kysely'
import { findStepToRedo, findStepToUndo } from '#db/coding-steps.ts'
import { listGlossary } from '#db/glossaries.ts'
import type { Database } from '#db/schema.ts'
import { benchView } from '../coding/bench-view.ts'
import { farJoin } from '../coding/far-join.ts'
import { codingProgress } from '../coding/progress.ts'
import { findItemCoding } from '../find-coding.server.ts'
import type { LoadedCoding } from '../load-coding.server.ts'
import { isStillReading } from '../read-round.server.ts'

/** Everything that the bench of one item shows. */
export async function loadBench(db: Kysely<Database>, loaded: LoadedCoding, itemId: string) {
  const { round, clientName, items, state } = loaded
  const place = items.findIndex((item) => item.itemId === itemId)
  const of = { roundId: round.id, itemId }
  const coding =
    loaded.codings.find((one) => one.itemId === itemId) ?? (await findItemCoding(db, round.id, itemId))
  const undo = await findStepToUndo(db, of)
  const redo = await findStepToRedo(db, of)
  const view = benchView(coding)
  const glossary = await listGlossary(db, round.engagementId)
  const taught = new Set(glossary.map(({ term }) => term))
  return {
    round: { id: round.id, title: round.title },
    clientName,
    item: { itemId, wording: items[place]?.wording ?? '' },
    next: items[place + 1] ?? null,
    state,
    view: { ...view, unknownTerms: view.unknownTerms.filter(({ term }) => !taught.has(term)) },
    progress: codingProgress(coding),
    proposer: { id: coding.proposal?.proposerId ?? null, notice: coding.proposal?.notice ?? '' },
    stillReading: isStillReading(round.id),
    steps: { undo: undo && named(undo), redo: redo && named(redo) },
    farJoin: undo && farJoin(coding, undo.change),
    glossary,
  }
}

function named({ number, words }: { number: number; words: string }) {
  return { number, words }
}
