import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { findLatestCodebookVersion } from '#db/codebook-versions.ts'
import { applyChange } from '#db/codebooks.ts'
import { findStepToRedo, findStepToUndo, insertCodingStep, setStepUndone } from '#db/coding-steps.ts'
import { inTransaction } from '#db/in-transaction.ts'
import type { Database, Db } from '#db/schema.ts'
import { isLocked } from './codebook/codebook-state.ts'
import { changeBetween, inverse, isNoChange } from './coding/change.ts'
import type { CodingStep } from './coding/coding-step.ts'
import { stepWords } from './coding/step-words.ts'
import { STALE, takeStep } from './coding/take-step.ts'
import { findItemCoding } from './find-coding.server.ts'

export type EditResult = { ok: true } | { ok: false; error: string }

export interface Bench {
  roundId: string
  itemId: string
  coder: string
  /** YYYY-MM-DD. */
  today: string
}

const LOCKED = 'The codebook is locked. Open it for a new version on the page of themes first.'

/** Carries out one step of the coding bench, whole or not at all, and keeps what undoes it. */
export function editCodebook(db: Kysely<Database>, bench: Bench, step: CodingStep): Promise<EditResult> {
  return whileOpen(db, bench, async (transaction) => {
    const before = await findItemCoding(transaction, bench.roundId, bench.itemId)
    const taken = takeStep(before, step, { coder: bench.coder, on: bench.today, newId: randomUUID })
    if (!taken.ok) return taken
    const change = changeBetween(before, taken.coding)
    if (isNoChange(change)) return { ok: true }
    await applyChange(transaction, { ...bench, change })
    const words = stepWords(before, step)
    await insertCodingStep(transaction, { ...bench, words, takenOn: bench.today, change })
    return { ok: true }
  })
}

/** Takes back the step that the page named, if it is still the last one. */
export function undoStep(db: Kysely<Database>, bench: Bench, number: number): Promise<EditResult> {
  return whileOpen(db, bench, async (transaction) => {
    const last = await findStepToUndo(transaction, bench)
    if (last?.number !== number) return { ok: false, error: STALE }
    await applyChange(transaction, { ...bench, change: inverse(last.change) })
    await setStepUndone(transaction, { ...bench, number, undone: true })
    return { ok: true }
  })
}

export function redoStep(db: Kysely<Database>, bench: Bench, number: number): Promise<EditResult> {
  return whileOpen(db, bench, async (transaction) => {
    const next = await findStepToRedo(transaction, bench)
    if (next?.number !== number) return { ok: false, error: STALE }
    await applyChange(transaction, { ...bench, change: next.change })
    await setStepUndone(transaction, { ...bench, number, undone: false })
    return { ok: true }
  })
}

/** Nothing in a locked codebook changes. */
export function whileOpen(
  db: Kysely<Database>,
  { roundId }: Pick<Bench, 'roundId'>,
  edit: (transaction: Db) => Promise<EditResult>,
): Promise<EditResult> {
  return inTransaction(db, async (transaction) => {
    const locked = isLocked(await findLatestCodebookVersion(transaction, roundId))
    return locked ? { ok: false, error: LOCKED } : edit(transaction)
  })
}
