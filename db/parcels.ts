import { sql } from 'kysely'
import { inChunks } from './chunks.ts'
import { PARCEL_TABLES, type ParcelNoun, type ParcelTable } from './parcel-tables.ts'
import type { Db } from './schema.ts'

export type ParcelRow = Record<string, unknown>

/** What happened, in the order in which it happened. */
const IN_ORDER: readonly string[] = ['audit_event', 'report_edit_event', 'plan_change']

/** The rows of an engagement by noun, under names and with values of ours; a row of a round says which by `roundId`. */
export type ParcelRows = Record<ParcelNoun, ParcelRow[]>

/**
 * Everything that travels with an engagement. What leads said is left out for rounds that are still open or whose promise keeps
 * it from the consultant: those ids come in `untold`.
 */
export async function readParcelRows(
  db: Db,
  engagementId: string,
  untold: readonly string[],
): Promise<ParcelRows> {
  const entries: [string, ParcelRow[]][] = []
  for (const table of PARCEL_TABLES as readonly ParcelTable[]) {
    const columns = table.of === 'round_id' ? ['round_id', ...table.columns] : table.columns
    const chosen = sql.join(columns.map((column) => sql.ref(column)))
    const rounds = sql`select id from round where engagement_id = ${engagementId}`
    const ours = table.of === 'round_id' ? sql`round_id in (${rounds})` : sql`engagement_id = ${engagementId}`
    const order = IN_ORDER.includes(table.table) ? sql`rowid` : chosen
    const { rows } = await sql<ParcelRow>`
      select ${chosen} from ${sql.table(table.table)} where ${ours} order by ${order}`.execute(db)
    const told = table.told ? rows.filter(({ round_id }) => !untold.includes(String(round_id))) : rows
    entries.push([table.noun, told.map((row) => fromRow(row, table))])
  }
  return Object.fromEntries(entries) as ParcelRows
}

/** Ids that are taken on this server already. */
export async function findTakenIds(db: Db, ids: readonly string[]): Promise<string[]> {
  const taken: string[] = []
  for (const table of [
    'engagement',
    'lead',
    'round',
    'participation',
    'submission',
    'report_version',
    'mail',
    'plan_entry',
  ]) {
    for (const chunk of inChunks(ids)) {
      const { rows } = await sql<{ id: string }>`
        select id from ${sql.table(table)} where id in (${sql.join(chunk)})`.execute(db)
      taken.push(...rows.map(({ id }) => id))
    }
  }
  return taken
}

/** What this server adds to the rows of a noun, in the names of the database. */
export type Added = Partial<Record<ParcelNoun, (row: ParcelRow) => ParcelRow>>

export async function insertParcelRows(
  db: Db,
  engagementId: string,
  rows: ParcelRows,
  added: Added,
): Promise<void> {
  for (const table of PARCEL_TABLES) {
    const owner = table.of === 'engagement_id' ? { engagement_id: engagementId } : {}
    const values = rows[table.noun].map((row) => ({
      ...toRow(row, table),
      ...owner,
      ...added[table.noun]?.(row),
    }))
    for (const chunk of inChunks(values))
      await db
        .insertInto(table.table)
        .values(chunk as never)
        .execute()
  }
}

function fromRow(row: ParcelRow, { json = [], flags = [] }: ParcelTable): ParcelRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      camel(column),
      flags.includes(column)
        ? value === 1
        : json.includes(column) && value !== null
          ? JSON.parse(String(value))
          : value,
    ]),
  )
}

function toRow(row: ParcelRow, { columns, of, json = [], flags = [] }: ParcelTable): ParcelRow {
  const all = of === 'round_id' ? ['round_id', ...columns] : columns
  return Object.fromEntries(
    all.map((column) => {
      const value = row[camel(column)] ?? null
      if (flags.includes(column)) return [column, value === true ? 1 : 0]
      return [column, json.includes(column) && value !== null ? JSON.stringify(value) : value]
    }),
  )
}

function camel(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
