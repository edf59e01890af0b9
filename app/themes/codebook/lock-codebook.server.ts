import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import { counted } from '#app/rounds/count-words.ts'
import {
  findLatestCodebookVersion,
  insertCodebookVersion,
  lockCodebookVersion,
} from '#db/codebook-versions.ts'
import { applyChange, findCodebook } from '#db/codebooks.ts'
import { insertCodingStep } from '#db/coding-steps.ts'
import { inTransaction } from '#db/in-transaction.ts'
import type { Database, Db } from '#db/schema.ts'
import { listSubmissions } from '#db/submissions.ts'
import { linesIn, themedItems } from '../assemble-codebook.ts'
import { changeBetween } from '../coding/change.ts'
import { codingProgress } from '../coding/progress.ts'
import { takeStep } from '../coding/take-step.ts'
import { findItemCodings } from '../find-coding.server.ts'
import { codebookState, isLocked } from './codebook-state.ts'

export type LockResult = { ok: true } | { ok: false; error: string }

interface Locking {
  roundId: string
  coder: string
  /** YYYY-MM-DD. */
  today: string
}

const REASON_LENGTH = 300

/** Fixes the codebook as it stands. What nobody has confirmed is taken over only if that is said. */
export function lockCodebook(
  db: Kysely<Database>,
  { asItStands, ...locking }: Locking & { asItStands: boolean },
): Promise<LockResult> {
  const { roundId, coder, today } = locking
  return inTransaction(db, async (transaction) => {
    const latest = await findLatestCodebookVersion(transaction, roundId)
    if (isLocked(latest)) return { ok: false, error: 'The codebook is locked already.' }
    const left = await countUnconfirmed(transaction, roundId)
    if (left > 0 && !asItStands) return { ok: false, error: stillOpenWords(left) }
    if (left > 0) await confirmTheRest(transaction, locking)
    const { version } = codebookState(latest)
    if (!latest) {
      const reason =
        left === 0 ? 'First version' : `First version; ${counted(left, 'theme')} taken as proposed`
      await insertCodebookVersion(transaction, { roundId, version, reason, coder, openedOn: today })
    }
    const codebook = (await findCodebook(transaction, roundId)) ?? { themes: [], lines: [] }
    await lockCodebookVersion(transaction, { roundId, version, coder, lockedOn: today, codebook })
    return { ok: true }
  })
}

/** Opens a locked codebook for its next version, with the reason for it. */
export function openCodebook(
  db: Kysely<Database>,
  { roundId, coder, today, reason }: Locking & { reason: string },
): Promise<LockResult> {
  return inTransaction(db, async (transaction) => {
    const latest = await findLatestCodebookVersion(transaction, roundId)
    if (!latest || !isLocked(latest)) return { ok: false, error: 'The codebook is open already.' }
    if (reason === '' || reason.length > REASON_LENGTH)
      return {
        ok: false,
        error: `Give a reason of 1 to ${REASON_LENGTH} characters: it stands beside the version.`,
      }
    await insertCodebookVersion(transaction, {
      roundId,
      version: latest.version + 1,
      reason,
      coder,
      openedOn: today,
    })
    return { ok: true }
  })
}

/** The version that a report made now rests on. Null while it is open; a round without a line needs none. */
export async function lockedCodebookVersion(db: Db, roundId: string): Promise<number | null> {
  const state = codebookState(await findLatestCodebookVersion(db, roundId))
  return state.kind === 'locked' ? state.version : null
}

/** A report is published on a locked codebook, or where there is no line to sort. */
export async function isCodebookReady(db: Db, roundId: string): Promise<boolean> {
  if ((await lockedCodebookVersion(db, roundId)) !== null) return true
  return (await findCodebook(db, roundId)) === null && !(await hasLines(db, roundId))
}

async function hasLines(db: Db, roundId: string): Promise<boolean> {
  const items = themedItems(await instrumentOfRound(db, roundId))
  const submissions = await listSubmissions(db, roundId)
  return items.some(({ id }) => submissions.some(({ answers }) => linesIn(answers, id).length > 0))
}

/** Groups and lines alone that nobody has confirmed. */
export async function countUnconfirmed(db: Db, roundId: string): Promise<number> {
  const codings = await findItemCodings(db, roundId)
  return codings.map(codingProgress).reduce((sum, item) => sum + item.openGroups + item.looseLines, 0)
}

async function confirmTheRest(db: Db, { roundId, coder, today }: Locking): Promise<void> {
  for (const before of await findItemCodings(db, roundId)) {
    const themeIds = before.themes.filter(({ state }) => state === 'proposed').map(({ id }) => id)
    if (themeIds.length === 0) continue
    const step = { kind: 'accept' as const, themeIds, wordings: [] }
    const taken = takeStep(before, step, { coder, on: today, newId: randomUUID })
    if (!taken.ok) throw new Error(taken.error)
    const change = changeBetween(before, taken.coding)
    const { itemId } = before
    await applyChange(db, { roundId, itemId, change })
    const words = `${counted(themeIds.length, 'theme')} taken as proposed`
    await insertCodingStep(db, { roundId, itemId, words, coder, takenOn: today, change })
  }
}

function stillOpenWords(left: number): string {
  return `${counted(left, 'theme has', 'themes have')} not been confirmed. Confirm them, or say that they are taken as they stand.`
}
