import { group } from 'd3-array'
import type { Change } from '#app/themes/coding/change.ts'
import type { LinePair } from '#app/themes/coding/item-coding.ts'
import type { KnownTheme, Proposal } from '#app/themes/proposal.ts'
import {
  type Codebook,
  type CodedLine,
  type CodedTheme,
  proposedTheme,
  type Theme,
} from '#app/themes/theme.ts'
import { inChunks } from './chunks.ts'
import { inTransaction } from './in-transaction.ts'
import type { Database, Db } from './schema.ts'

/** A theme of which nothing but the name is known counts as proposed. */
export async function insertCodebook(
  db: Db,
  roundId: string,
  codebook: Codebook<Theme | CodedTheme>,
): Promise<void> {
  const themes = codebook.themes.map((theme) => themeToRow(roundId, { ...proposedTheme(theme), ...theme }))
  const lines = codebook.lines.map((line) => lineToRow(roundId, line))
  await inTransaction(db, async (transaction) => {
    for (const chunk of inChunks(themes)) await transaction.insertInto('theme').values(chunk).execute()
    for (const chunk of inChunks(lines)) await transaction.insertInto('coded_line').values(chunk).execute()
  })
}

/** Null where no line of the round has been sorted yet. Themes and lines are in the order of their ids. */
export async function findCodebook(db: Db, roundId: string): Promise<Codebook<CodedTheme> | null> {
  const themes = await db
    .selectFrom('theme')
    .selectAll()
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
  return { themes: themes.map(rowToTheme), lines: lines.map(rowToLine) }
}

/** Writes what a step on the bench altered. */
export async function applyChange(
  db: Db,
  { roundId, itemId, change }: { roundId: string; itemId: string; change: Change },
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const placed = change.themes.flatMap(({ after }) => (after ? [themeToRow(roundId, after)] : []))
    for (const chunk of inChunks(placed)) await upsertThemes(transaction, chunk)
    await moveLines(transaction, roundId, change.lines)
    const gone = change.themes.flatMap(({ before, after }) => (before && !after ? [before.id] : []))
    for (const chunk of inChunks(gone))
      await transaction.deleteFrom('theme').where('round_id', '=', roundId).where('id', 'in', chunk).execute()
    await changeApartPairs(transaction, { roundId, itemId }, change.apart)
    if (change.proposal) await saveProposal(transaction, { roundId, itemId }, change.proposal.after)
  })
}

export async function listApartPairs(db: Db, roundId: string): Promise<{ itemId: string; pair: LinePair }[]> {
  const rows = await db.selectFrom('apart_pair').selectAll().where('round_id', '=', roundId).execute()
  return rows.map((row) => ({ itemId: row.item_id, pair: [row.line_a, row.line_b] as const }))
}

/** What the machine last made of each item, by item. */
export async function listProposals(db: Db, roundId: string): Promise<Map<string, Proposal>> {
  const rows = await db.selectFrom('proposal').selectAll().where('round_id', '=', roundId).execute()
  return new Map(rows.map((row) => [row.item_id, JSON.parse(row.proposal) as Proposal]))
}

/** Themes that a person has confirmed in the other rounds of an engagement, by item; earlier rounds first. */
export async function listKnownThemes(
  db: Db,
  { engagementId, beforeRoundId }: { engagementId: string; beforeRoundId: string },
): Promise<(KnownTheme & { itemId: string })[]> {
  const rows = await db
    .selectFrom('theme')
    .innerJoin('round', 'round.id', 'theme.round_id')
    .innerJoin('coded_line', (join) =>
      join.onRef('coded_line.round_id', '=', 'theme.round_id').onRef('coded_line.theme_id', '=', 'theme.id'),
    )
    .select(['theme.id', 'theme.known_id', 'theme.item_id', 'theme.name', 'coded_line.text'])
    .where('round.engagement_id', '=', engagementId)
    .where('round.id', '!=', beforeRoundId)
    .where('theme.state', '=', 'confirmed')
    .where('round.closed_on', '<=', (eb) =>
      eb.selectFrom('round as this').select('this.closed_on').where('this.id', '=', beforeRoundId),
    )
    .orderBy('round.closed_on')
    .orderBy('theme.id')
    .execute()
  const known = new Map<string, KnownTheme & { itemId: string; lineTexts: string[] }>()
  for (const { id: own, known_id, item_id: itemId, name, text } of rows) {
    const id = known_id ?? own
    const theme = known.get(id) ?? { id, itemId, name, lineTexts: [] }
    theme.lineTexts.push(text)
    known.set(id, { ...theme, name })
  }
  return [...known.values()]
}

function upsertThemes(db: Db, rows: ReturnType<typeof themeToRow>[]) {
  return db
    .insertInto('theme')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['round_id', 'id']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        definition: eb.ref('excluded.definition'),
        state: eb.ref('excluded.state'),
        coder: eb.ref('excluded.coder'),
        decided_on: eb.ref('excluded.decided_on'),
        known_id: eb.ref('excluded.known_id'),
      })),
    )
    .execute()
}

async function moveLines(db: Db, roundId: string, moves: Change['lines']): Promise<void> {
  for (const [themeId, moved] of group(moves, ({ after }) => after))
    for (const chunk of inChunks(moved.map(({ lineId }) => lineId)))
      await db
        .updateTable('coded_line')
        .set({ theme_id: themeId })
        .where('round_id', '=', roundId)
        .where('id', 'in', chunk)
        .execute()
}

async function changeApartPairs(
  db: Db,
  { roundId, itemId }: { roundId: string; itemId: string },
  { added, removed }: Change['apart'],
): Promise<void> {
  for (const [a, b] of removed)
    await db
      .deleteFrom('apart_pair')
      .where('round_id', '=', roundId)
      .where('item_id', '=', itemId)
      .where('line_a', '=', a)
      .where('line_b', '=', b)
      .execute()
  const rows = added.map(([a, b]) => ({ round_id: roundId, item_id: itemId, line_a: a, line_b: b }))
  for (const chunk of inChunks(rows)) await db.insertInto('apart_pair').values(chunk).execute()
}

async function saveProposal(
  db: Db,
  { roundId, itemId }: { roundId: string; itemId: string },
  proposal: Proposal | null,
): Promise<void> {
  await db.deleteFrom('proposal').where('round_id', '=', roundId).where('item_id', '=', itemId).execute()
  if (!proposal) return
  const row = { round_id: roundId, item_id: itemId, proposal: JSON.stringify(proposal) }
  await db.insertInto('proposal').values(row).execute()
}

function themeToRow(roundId: string, theme: CodedTheme) {
  return {
    round_id: roundId,
    id: theme.id,
    item_id: theme.itemId,
    name: theme.name,
    definition: theme.definition,
    state: theme.state,
    coder: theme.coder,
    decided_on: theme.decidedOn,
    known_id: theme.knownId,
  }
}

function rowToTheme(row: {
  id: string
  item_id: string
  name: string
  definition: string
  state: CodedTheme['state']
  coder: string | null
  decided_on: string | null
  known_id: string | null
}): CodedTheme {
  return {
    id: row.id,
    itemId: row.item_id,
    name: row.name,
    definition: row.definition,
    state: row.state,
    coder: row.coder,
    decidedOn: row.decided_on,
    knownId: row.known_id,
  }
}

function lineToRow(roundId: string, line: CodedLine): Database['coded_line'] {
  return {
    round_id: roundId,
    id: line.id,
    item_id: line.itemId,
    submission_id: line.submissionId,
    position: line.position,
    text: line.text,
    theme_id: line.themeId,
  }
}

function rowToLine(row: Omit<Database['coded_line'], 'round_id'>): CodedLine {
  return {
    id: row.id,
    submissionId: row.submission_id,
    itemId: row.item_id,
    position: row.position,
    text: row.text,
    themeId: row.theme_id,
  }
}
