import type { MailState, MailText, QueuedMail } from '#app/rounds/mail/mail.ts'
import { inChunks } from './chunks.ts'
import { inTransaction } from './in-transaction.ts'
import { withdrawReason } from './mail-reasons.ts'
import type { Db, MailTable } from './schema.ts'

export type NewMail = Omit<QueuedMail, 'state' | 'attempts' | 'words' | 'settledOn'>

/** Puts mails into the queue and says how many are new: one of the same kind and number to the same place is never queued twice. */
export async function queueMails(db: Db, mails: readonly NewMail[]): Promise<number> {
  return inTransaction(db, async (transaction) => {
    let queued = 0n
    for (const chunk of inChunks(mails)) {
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('mail')
        .values(chunk.map(mailToRow))
        .onConflict((conflict) => conflict.columns(['participation_id', 'kind', 'ordinal']).doNothing())
        .executeTakeFirst()
      queued += numInsertedOrUpdatedRows ?? 0n
    }
    return Number(queued)
  })
}

/** Takes mails that are due for sending: whoever else asks at the same time gets others. */
export async function claimMails(
  db: Db,
  { now, until, most }: { now: string; until: string; most: number },
): Promise<QueuedMail[]> {
  const rows = await db
    .updateTable('mail')
    .set((eb) => ({ state: 'sending', claimed_until: until, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('mail')
        .select('id')
        .where('state', '=', 'queued')
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .orderBy('id')
        .limit(most),
    )
    .returningAll()
    .execute()
  return rows.map(rowToMail)
}

/** Ends a claim. `dueAt`: back into the queue, not before then. */
export async function settleMail(
  db: Db,
  settled: { id: string; state: Exclude<MailState, 'sending'>; words: string; day: string; dueAt?: string },
): Promise<void> {
  await db
    .updateTable('mail')
    .set({
      state: settled.state,
      words: settled.words,
      claimed_until: null,
      settled_on: settled.state === 'queued' ? null : settled.day,
      ...(settled.dueAt ? { due_at: settled.dueAt } : {}),
    })
    .where('id', '=', settled.id)
    .where('state', '=', 'sending')
    .execute()
}

/** Mails whose sender stopped while it had them: nobody knows whether they left, so they are not sent again by themselves. */
export async function giveUpStaleClaims(db: Db, { now, day }: { now: string; day: string }): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('mail')
    .set({ state: 'uncertain', claimed_until: null, settled_on: day, words: withdrawReason.stopped })
    .where('state', '=', 'sending')
    .where('claimed_until', '<', now)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** When the next queued mail is due; null where none waits. */
export async function nextDueAt(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('mail')
    .select((eb) => eb.fn.min('due_at').as('due_at'))
    .where('state', '=', 'queued')
    .executeTakeFirst()
  return row?.due_at ?? null
}

export async function listMails(db: Db, roundId: string): Promise<QueuedMail[]> {
  const rows = await db
    .selectFrom('mail')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('participation_id')
    .orderBy('kind')
    .orderBy('ordinal')
    .execute()
  return rows.map(rowToMail)
}

/** Puts a mail that was refused, or may not have arrived, back into the queue, because a person asked for it. */
export async function requeueMail(
  db: Db,
  { id, roundId, dueAt }: { id: string; roundId: string; dueAt: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mail')
    .set({ state: 'queued', due_at: dueAt, words: '', settled_on: null })
    .where('id', '=', id)
    .where('round_id', '=', roundId)
    .where('state', 'in', ['refused', 'uncertain'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes everything that still waits for its turn out of the queue. */
export async function withdrawQueued(
  db: Db,
  { roundId, day }: { roundId: string; day: string },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('mail')
    .set({ state: 'withdrawn', words: withdrawReason.stoppedByHand, settled_on: day })
    .where('round_id', '=', roundId)
    .where('state', '=', 'queued')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

function mailToRow(mail: NewMail) {
  return {
    id: mail.id,
    round_id: mail.roundId,
    participation_id: mail.participationId,
    kind: mail.kind,
    ordinal: mail.ordinal,
    text: JSON.stringify(mail.text),
    midway_text: mail.midwayText && JSON.stringify(mail.midwayText),
    state: 'queued' as const,
    attempts: 0,
    due_at: mail.dueAt,
    claimed_until: null,
    words: '',
    settled_on: null,
  }
}

function rowToMail(row: MailTable): QueuedMail {
  return {
    id: row.id,
    roundId: row.round_id,
    participationId: row.participation_id,
    kind: row.kind,
    ordinal: row.ordinal,
    text: JSON.parse(row.text) as MailText,
    midwayText: row.midway_text === null ? null : (JSON.parse(row.midway_text) as MailText),
    state: row.state,
    attempts: row.attempts,
    dueAt: row.due_at,
    words: row.words,
    settledOn: row.settled_on,
  }
}
