import type { Codebook, Theme } from '#app/themes/theme.ts'
import { inChunks } from './chunks.ts'
import { inTransaction } from './in-transaction.ts'
import type { Db } from './schema.ts'

export async function insertCodebook(db: Db, roundId: string, codebook: Codebook): Promise<void> {
  const themes = codebook.themes.map((theme) => themeToRow(roundId, theme))
  const lines = codebook.lines.map((line) => ({
    round_id: roundId,
    id: line.id,
    item_id: line.itemId,
    submission_id: line.submissionId,
    position: line.position,
    text: line.text,
    theme_id: line.themeId,
  }))
  await inTransaction(db, async (transaction) => {
    for (const chunk of inChunks(themes)) await transaction.insertInto('theme').values(chunk).execute()
    for (const chunk of inChunks(lines)) await transaction.insertInto('coded_line').values(chunk).execute()
  })
}

/** Null where no line of the round has been sorted yet. Themes and lines are in the order of their ids. */
export async function findCodebook(db: Db, roundId: string): Promise<Codebook | null> {
  const themes = await db
    .selectFrom('theme')
    .select(['id', 'item_id', 'name'])
    .where('round_id', '=', roundId)
    .orderBy('id')
    .execute()
  if (themes.length === 0) return null
  const lines = await db
    .selectFrom('coded_line')
    .select(['id', 'submission_id', 'item_id', 'position', 'text', 'theme_id'])
    .where('round_id', '=', roundId)
    .orderBy('id')
    .execute()
  return {
    themes: themes.map((row) => ({ id: row.id, itemId: row.item_id, name: row.name })),
    lines: lines.map((row) => ({
      id: row.id,
      submissionId: row.submission_id,
      itemId: row.item_id,
      position: row.position,
      text: row.text,
      themeId: row.theme_id,
    })),
  }
}

export async function insertTheme(db: Db, roundId: string, theme: Theme): Promise<void> {
  await db.insertInto('theme').values(themeToRow(roundId, theme)).execute()
}

/** False where the round has no such theme. */
export async function renameTheme(
  db: Db,
  { roundId, themeId, name }: { roundId: string; themeId: string; name: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('theme')
    .set({ name })
    .where('round_id', '=', roundId)
    .where('id', '=', themeId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Moves the lines that belong to the theme's item, and says how many; a line never leaves its item. */
export async function moveLines(
  db: Db,
  { roundId, lineIds, themeId }: { roundId: string; lineIds: readonly string[]; themeId: string },
): Promise<number> {
  return inTransaction(db, async (transaction) => {
    let moved = 0n
    for (const chunk of inChunks(lineIds)) {
      const { numUpdatedRows } = await transaction
        .updateTable('coded_line')
        .set({ theme_id: themeId })
        .where('round_id', '=', roundId)
        .where('id', 'in', chunk)
        .where('item_id', '=', (eb) =>
          eb
            .selectFrom('theme')
            .select('theme.item_id')
            .where('theme.round_id', '=', roundId)
            .where('theme.id', '=', themeId),
        )
        .executeTakeFirst()
      moved += numUpdatedRows
    }
    return Number(moved)
  })
}

export async function deleteEmptyThemes(db: Db, roundId: string): Promise<void> {
  await db
    .deleteFrom('theme')
    .where('round_id', '=', roundId)
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
    .execute()
}

function themeToRow(roundId: string, theme: Theme) {
  return { round_id: roundId, id: theme.id, item_id: theme.itemId, name: theme.name }
}
