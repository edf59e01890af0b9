import type { Codebook, CodedTheme } from '#app/themes/theme.ts'
import { inChunks } from './chunks.ts'
import { deleteLineVectors } from './line-vectors.ts'
import type { Db } from './schema.ts'

/** What one place in a round leads to: its submission, and the keys of the quotes that were taken from it. */
export interface Erased {
  roundId: string
  participationId: string
  submissionId: string | null
  quoteKeys: readonly string[]
}

/**
 * Deletes what one lead said in a round and whatever was made of it: lines, themes that held nothing else, quotes and edits that
 * repeat them. Steps on the bench for these items can then no longer be undone. Of a vote in the room only goes that they took
 * part: nothing leads from there to what they said, as they were told. Run it in a transaction.
 */
export async function eraseAnswers(
  db: Db,
  { roundId, participationId, submissionId, quoteKeys }: Erased,
): Promise<void> {
  if (submissionId !== null) {
    await eraseLines(db, roundId, submissionId)
    await eraseFromLockedCodebooks(db, roundId, submissionId)
    await eraseQuotes(db, roundId, quoteKeys)
    await db.deleteFrom('submission').where('id', '=', submissionId).execute()
  }
  for (const table of ['draft', 'lead_session', 'revote_voter'] as const)
    await db.deleteFrom(table).where('participation_id', '=', participationId).execute()
  await deleteLineVectors(db)
  if (submissionId === null) return
  await db
    .updateTable('participation')
    .set({ submitted: 0, consented: 0 })
    .where('id', '=', participationId)
    .execute()
}

/** The id of what a lead handed in; null where there is nothing, or nothing that leads from the person to it. */
export async function findSubmissionId(db: Db, participationId: string): Promise<string | null> {
  const row = await db
    .selectFrom('submission')
    .select('id')
    .where('participation_id', '=', participationId)
    .executeTakeFirst()
  return row?.id ?? null
}

async function eraseLines(db: Db, roundId: string, submissionId: string): Promise<void> {
  const lines = await db
    .selectFrom('coded_line')
    .select(['id', 'item_id', 'theme_id'])
    .where('round_id', '=', roundId)
    .where('submission_id', '=', submissionId)
    .execute()
  for (const ids of inChunks(lines.map(({ id }) => id))) {
    await db.deleteFrom('second_code').where('round_id', '=', roundId).where('line_id', 'in', ids).execute()
    await db
      .deleteFrom('apart_pair')
      .where('round_id', '=', roundId)
      .where((eb) => eb.or([eb('line_a', 'in', ids), eb('line_b', 'in', ids)]))
      .execute()
    await db.deleteFrom('coded_line').where('round_id', '=', roundId).where('id', 'in', ids).execute()
  }
  for (const itemIds of inChunks([...new Set(lines.map(({ item_id }) => item_id))])) {
    for (const table of ['proposal', 'coding_step'] as const)
      await db.deleteFrom(table).where('round_id', '=', roundId).where('item_id', 'in', itemIds).execute()
  }
  for (const themeIds of inChunks([...new Set(lines.map(({ theme_id }) => theme_id))]))
    await eraseEmptyThemes(db, roundId, themeIds)
}

async function eraseEmptyThemes(db: Db, roundId: string, themeIds: readonly string[]): Promise<void> {
  const empty = await db
    .deleteFrom('theme')
    .where('round_id', '=', roundId)
    .where('id', 'in', themeIds)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('coded_line')
            .select('coded_line.id')
            .whereRef('coded_line.round_id', '=', 'theme.round_id')
            .whereRef('coded_line.theme_id', '=', 'theme.id'),
        ),
      ),
    )
    .returning('id')
    .execute()
  const ids = empty.map(({ id }) => id)
  if (ids.length === 0) return
  await db
    .deleteFrom('theme_link')
    .where('round_id', '=', roundId)
    .where((eb) => eb.or([eb('theme_a', 'in', ids), eb('theme_b', 'in', ids)]))
    .execute()
}

async function eraseFromLockedCodebooks(db: Db, roundId: string, submissionId: string): Promise<void> {
  const versions = await db
    .selectFrom('codebook_version')
    .select(['version', 'codebook'])
    .where('round_id', '=', roundId)
    .where('codebook', 'is not', null)
    .execute()
  for (const { version, codebook } of versions) {
    await db
      .updateTable('codebook_version')
      .set({ codebook: JSON.stringify(withoutLines(JSON.parse(codebook ?? ''), submissionId)) })
      .where('round_id', '=', roundId)
      .where('version', '=', version)
      .execute()
  }
}

function withoutLines({ themes, lines }: Codebook<CodedTheme>, submissionId: string): Codebook<CodedTheme> {
  const left = lines.filter((line) => line.submissionId !== submissionId)
  const touched = new Set(lines.filter((line) => !left.includes(line)).map(({ themeId }) => themeId))
  const filled = new Set(left.map(({ themeId }) => themeId))
  return { themes: themes.filter(({ id }) => filled.has(id) || !touched.has(id)), lines: left }
}

async function eraseQuotes(db: Db, roundId: string, keys: readonly string[]): Promise<void> {
  for (const chunk of inChunks([...keys])) {
    const quotes = await db
      .deleteFrom('report_quote')
      .where('round_id', '=', roundId)
      .where('source_key', 'in', chunk)
      .returning('extract')
      .execute()
    for (const { extract } of quotes) await eraseEditsWith(db, roundId, extract)
  }
}

/** Edits and their history that repeat the words of a quote. */
async function eraseEditsWith(db: Db, roundId: string, words: string): Promise<void> {
  const holds = (text: string) => text.includes(words)
  const edits = await db.selectFrom('report_edit').selectAll().where('round_id', '=', roundId).execute()
  for (const { target, kind, base, value } of edits) {
    if (!holds(base) && !holds(value)) continue
    await db
      .deleteFrom('report_edit')
      .where('round_id', '=', roundId)
      .where('target', '=', target)
      .where('kind', '=', kind)
      .execute()
  }
  const events = await db
    .selectFrom('report_edit_event')
    .selectAll()
    .where('round_id', '=', roundId)
    .execute()
  const numbers = events
    .filter((event) => holds(event.before_words) || holds(event.after_words))
    .map(({ number }) => number)
  for (const chunk of inChunks(numbers))
    await db.deleteFrom('report_edit_event').where('number', 'in', chunk).execute()
}
