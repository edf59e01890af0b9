import { mkdirSync } from 'node:fs'
import { MIGRATIONS } from '#db/migrate.ts'
import { openNative, readValue } from '#db/native.ts'
import { openDatabase } from '#db/open-database.ts'
import { databaseIn } from './scratch.ts'

const ROWS = `
  insert into consultant values ('c1', 'c1@checks.test', 'The Consultant', 'none', '2026-01-05');
  insert into engagement values ('e1', 'c1', 'The Client', '[{"id":"d1","name":"Sales"}]', '[{"id":"r1","name":"Chief executive"}]', '2026-01-05');
  insert into lead values ('l1', 'e1', 'Lead One', 'l1@checks.test', 'senior', null, ''), ('l2', 'e1', 'Lead Two', 'l2@checks.test', 'department', 'd1', '');
  insert into round values ('o1', 'e1', 'Spring', 'quick-scan@1', '{}', 'confidential', 5, 'open', '2026-01-05', '2099-01-05', '2026-01-05', null);
  insert into participation values ('p1', 'o1', 'l1', 'hash1', 1, 1, 1), ('p2', 'o1', 'l2', 'hash2', 1, 0, 0);
  insert into draft values ('p1', 'priorities', '{"state":"skipped"}', 1), ('p2', 'priorities', '{"state":"cant-say"}', 3);
  insert into submission values ('s1', 'o1', 'p1', 'senior', '{"priorities":{"state":"skipped"}}');
`

const READ = `select json_array(
  (select json_group_array(json_array(id, email, name)) from consultant),
  (select json_group_array(json_array(id, client_name, departments, roles)) from engagement),
  (select json_group_array(json_array(id, name, email, level, department_id)) from lead),
  (select json_group_array(json_array(id, title, state, closes_on)) from round),
  (select json_group_array(json_array(id, lead_id, token_hash, submitted)) from participation),
  (select json_group_array(json_array(participation_id, item_id, answer, revision)) from draft),
  (select json_group_array(json_array(id, participation_id, answers)) from submission))`

/** A data folder as the first version of the schema left it, in mid-round. */
export async function seedOldDatabase(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true })
  const db = await openDatabase(databaseIn(dataDir), { migrations: MIGRATIONS.slice(0, 1) })
  await db.destroy()
  const native = await openNative(databaseIn(dataDir))
  native.exec(ROWS)
  native.exec('pragma wal_checkpoint(truncate)')
  native.close()
}

export interface OldDatabase {
  version: number
  /** How many migrations it records. */
  records: number
  /** All statements that made its tables and indexes. */
  schema: string
  /** What the rows of the first version say now. */
  rows: string
  integrity: string
}

export async function readOldDatabase(file: string): Promise<OldDatabase> {
  const native = await openNative(file)
  const value = (sql: string) => String(readValue(native, sql))
  try {
    return {
      version: Number(value('pragma user_version')),
      records: Number(value('select count(*) from migration')),
      schema: value(
        `select group_concat(sql, ';') from (select sql from sqlite_schema where sql is not null order by name)`,
      ),
      rows: value(READ),
      integrity: value('pragma integrity_check'),
    }
  } finally {
    native.close()
  }
}
