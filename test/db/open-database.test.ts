import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { countConsultants } from '#db/consultants.ts'
import { latestVersion, MIGRATIONS } from '#db/migrate.ts'
import { isAtLeast, openNative } from '#db/native.ts'
import { openDatabase } from '#db/open-database.ts'
import { DatabaseRefusedError } from '#db/refused.ts'
import { databasePath, seedEngagement, seedRound } from './fixtures.ts'

async function pragma(db: Awaited<ReturnType<typeof openDatabase>>, name: string): Promise<unknown> {
  const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db)
  return Object.values(rows[0] ?? {})[0]
}

/** A database with data in it that this process has never opened. */
async function closedDatabase(): Promise<string> {
  const path = databasePath()
  const db = await openDatabase(path)
  await seedRound(db)
  await db.destroy()
  copyFileSync(path, `${path}.copy`)
  return `${path}.copy`
}

async function refusal(path: string): Promise<DatabaseRefusedError> {
  const before = existsSync(path) ? readFileSync(path, 'latin1') : null
  const error = await openDatabase(path).then(
    (db) => db.destroy().then(() => null),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(DatabaseRefusedError)
  expect((existsSync(path) ? readFileSync(path, 'latin1') : null) === before).toBe(true)
  return error as DatabaseRefusedError
}

test('after the first write every setting still holds', async () => {
  const db = await openDatabase(databasePath())
  onTestFinished(() => db.destroy())
  await seedEngagement(db)
  const settings = {
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    busy_timeout: 50,
    secure_delete: 1,
    trusted_schema: 0,
    wal_autocheckpoint: 1000,
    temp_store: 2,
    application_id: 0x504c4d42,
    user_version: latestVersion(MIGRATIONS),
  }
  for (const [name, value] of Object.entries(settings))
    expect([name, await pragma(db, name)]).toEqual([name, value])
})

test('the settings hold on the second opening too', async () => {
  const db = await openDatabase(await closedDatabase())
  onTestFinished(() => db.destroy())
  await sql`update consultant set name = 'Anna B.' where id = 'c-anna'`.execute(db)
  expect(await pragma(db, 'synchronous')).toBe(2)
  expect(await pragma(db, 'secure_delete')).toBe(1)
  expect(await countConsultants(db)).toBe(2)
})

test.skipIf(process.platform === 'win32')('only the owner may read the files and the folder', async () => {
  const path = databasePath()
  const db = await openDatabase(path)
  onTestFinished(() => db.destroy())
  await seedEngagement(db)
  for (const file of [path, `${path}-wal`, `${path}-shm`, `${path}.lock`]) {
    expect([file, statSync(file).mode & 0o777]).toEqual([file, 0o600])
  }
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
})

test('a start that was cut short while making the database is made good by the next', async () => {
  const path = databasePath()
  mkdirSync(dirname(path))
  writeFileSync(`${path}.partial`, 'half a database')
  const db = await openDatabase(path)
  onTestFinished(() => db.destroy())
  expect(await countConsultants(db)).toBe(0)
  expect(existsSync(`${path}.partial`)).toBe(false)
})

test('an existing file of 0 bytes is refused, not taken for a new database', async () => {
  const path = databasePath()
  mkdirSync(dirname(path))
  writeFileSync(path, '')
  const error = await refusal(path)
  expect(error).toMatchObject({ file: path, check: 'The database file is empty (0 bytes).' })
  expect(error.advice).toContain('restore the newest backup')
})

test('a file of other bytes is refused', async () => {
  const path = databasePath()
  mkdirSync(dirname(path))
  writeFileSync(path, Buffer.alloc(8192, 'not a database'))
  expect((await refusal(path)).check).toContain('not an SQLite database')
})

test("another program's database is refused and not touched", async () => {
  const path = databasePath()
  mkdirSync(dirname(path))
  const native = await openNative(path)
  native.exec('create table note (text)')
  native.close()
  expect((await refusal(path)).check).toContain('another program')
})

test('a page of zeros is found', async () => {
  const path = await closedDatabase()
  const bytes = readFileSync(path)
  bytes.fill(0, 4096 * 5, 4096 * 6)
  writeFileSync(path, bytes)
  expect((await refusal(path)).check).toContain('damaged (quick_check')
})

test('a file cut short is found', async () => {
  const path = await closedDatabase()
  truncateSync(path, 4096 * 10)
  expect((await refusal(path)).check).toMatch(/damaged|cannot open/)
})

test('an overwritten header behind the first bytes is found', async () => {
  const path = await closedDatabase()
  const bytes = readFileSync(path)
  bytes.fill(0xff, 100, 600)
  writeFileSync(path, bytes)
  expect((await refusal(path)).check).toMatch(/damaged|cannot open/)
})

test('a row that refers to a missing row is found', async () => {
  const path = await closedDatabase()
  const native = await openNative(path)
  native.exec("pragma foreign_keys = off; delete from engagement where id = 'e-1'")
  native.close()
  expect((await refusal(path)).check).toMatch(/table (lead|round) refers to a row that is missing/)
})

test('a database of a newer version is refused', async () => {
  const path = await closedDatabase()
  const native = await openNative(path)
  const latest = latestVersion(MIGRATIONS)
  native.exec(`pragma user_version = ${latest + 1}`)
  native.close()
  expect((await refusal(path)).check).toBe(
    `The database has schema ${latest + 1}, this version of Plumbline knows schema ${latest}.`,
  )
})

test('no empty database is made where the write-ahead file of a lost one is left', async () => {
  const path = await closedDatabase()
  renameSync(path, `${path}.away`)
  writeFileSync(`${path}-wal`, 'left behind')
  expect((await refusal(path)).check).toContain('missing')
  expect(existsSync(path)).toBe(false)
})

test('a database whose write-ahead file was taken away is refused, not opened as it was before', async () => {
  const path = databasePath()
  const db = await openDatabase(path)
  await seedEngagement(db)
  const taken = `${path}.taken`
  for (const end of ['', '-shm']) copyFileSync(path + end, taken + end)
  await db.destroy()
  expect(await refusal(taken)).toMatchObject({
    check: expect.stringContaining(`${taken}-wal is missing`),
    advice: expect.stringContaining('restore the newest backup'),
  })
  rmSync(`${taken}-shm`)
  const older = await openDatabase(taken)
  expect(await countConsultants(older)).toBe(0)
  await older.destroy()
})

test('the write-ahead file of another database does no harm or is refused', async () => {
  const [path, other] = [await closedDatabase(), databasePath()]
  const otherDb = await openDatabase(other)
  await seedEngagement(otherDb)
  copyFileSync(`${other}-wal`, `${path}-wal`)
  await otherDb.destroy()
  const outcome = await openDatabase(path).then(
    async (db) => {
      const count = await countConsultants(db)
      await db.destroy()
      return count
    },
    (reason: unknown) => reason instanceof DatabaseRefusedError,
  )
  expect([2, true]).toContain(outcome)
})

test('the same database cannot be opened twice, and can be again once it is closed', async () => {
  const path = databasePath()
  const first = await openDatabase(path)
  await expect(openDatabase(path)).rejects.toThrow('Another Plumbline process has this database open.')
  await seedEngagement(first)
  await first.destroy()
  const second = await openDatabase(path)
  expect(await countConsultants(second)).toBe(2)
  await second.destroy()
})

test('another process is refused, and a killed one leaves no lock behind', async () => {
  const path = databasePath()
  const script = `${dirname(path)}.mjs`
  const module = new URL('../../db/open-database.ts', import.meta.url).href
  writeFileSync(
    script,
    `const { openDatabase } = await import(${JSON.stringify(module)})
    await openDatabase(process.argv[2])
    process.stdout.write('open')
    setInterval(() => {}, 1000)`,
  )
  const child = spawn(process.execPath, ['--import', 'tsx', script, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  await once(child.stdout, 'data')
  const start = performance.now()
  await expect(openDatabase(path)).rejects.toThrow(DatabaseRefusedError)
  expect(performance.now() - start).toBeLessThan(2000)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const db = await openDatabase(path)
  expect(await countConsultants(db)).toBe(0)
  await db.destroy()
})

test('a refused start leaves the lock free', async () => {
  const path = await closedDatabase()
  copyFileSync(path, `${path}.good`)
  chmodSync(`${path}.good`, 0o600)
  writeFileSync(path, '')
  await refusal(path)
  copyFileSync(`${path}.good`, path)
  const db = await openDatabase(path)
  expect(await countConsultants(db)).toBe(2)
  await db.destroy()
})

test('versions are compared by their parts, not by their letters', () => {
  expect(isAtLeast('3.51.3', '3.51.3')).toBe(true)
  expect(isAtLeast('3.53.0', '3.51.3')).toBe(true)
  expect(isAtLeast('3.51.10', '3.51.3')).toBe(true)
  expect(isAtLeast('3.51.2', '3.51.3')).toBe(false)
  expect(isAtLeast('3.9.9', '3.51.3')).toBe(false)
  expect(isAtLeast('4.0', '3.51.3')).toBe(true)
})
