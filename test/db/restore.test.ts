import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backupDatabase } from '#db/backup.ts'
import { insertConsultant } from '#db/consultants.ts'
import { openNative } from '#db/native.ts'
import { openDatabase } from '#db/open-database.ts'
import { restoreDatabase } from '#db/restore.ts'
import { ANNA, databasePath, seedRound } from './fixtures.ts'

/** A backup of a database with a round in it, and a second consultant who came after the backup was made. */
async function backedUp() {
  const path = databasePath()
  const db = await openDatabase(path)
  await seedRound(db)
  const backup = join(dirname(path), 'kept.bak')
  await backupDatabase(path, backup)
  await insertConsultant(db, {
    ...ANNA,
    id: 'late',
    email: 'late',
    passwordHash: '',
    createdOn: '2026-01-01',
  })
  await db.destroy()
  return { path, backup, elsewhere: databasePath() }
}

async function consultantsOf(path: string): Promise<string[]> {
  const db = await openDatabase(path)
  const rows = await db.selectFrom('consultant').select('id').orderBy('id').execute()
  await db.destroy()
  return rows.map(({ id }) => id)
}

test('a backup is restored to a new place, for its owner only, and the server opens it', async () => {
  const { backup, elsewhere } = await backedUp()
  const restored = await restoreDatabase(backup, elsewhere)
  expect(restored).toMatchObject({ path: elsewhere, setAside: null })
  expect(readFileSync(`${backup}.sha256`, 'utf8')).toContain(restored.sha256)
  expect(statSync(elsewhere).mode & 0o777).toBe(0o600)
  expect(await consultantsOf(elsewhere)).toEqual(['c-anna', 'c-boris'])
})

test('a database that is there is replaced only when that is said, and is set aside, not lost', async () => {
  const { path, backup } = await backedUp()
  await expect(restoreDatabase(backup, path)).rejects.toThrow('--replace')
  expect(await consultantsOf(path)).toEqual(['c-anna', 'c-boris', 'late'])
  const { setAside } = await restoreDatabase(backup, path, { replace: true })
  expect(await consultantsOf(path)).toEqual(['c-anna', 'c-boris'])
  expect(await consultantsOf(setAside ?? '')).toEqual(['c-anna', 'c-boris', 'late'])
  const again = await restoreDatabase(backup, path, { replace: true })
  expect(again.setAside).not.toBe(setAside)
})

test('the write-ahead file of the old database is not taken for one of the new', async () => {
  const { path, backup } = await backedUp()
  writeFileSync(`${path}-wal`, 'of a server that was killed')
  const { setAside } = await restoreDatabase(backup, path, { replace: true })
  expect(existsSync(`${path}-wal`)).toBe(false)
  expect(readFileSync(`${setAside}-wal`, 'utf8')).toBe('of a server that was killed')
})

test('nothing is restored under a server that is running', async () => {
  const { path, backup } = await backedUp()
  const db = await openDatabase(path)
  onTestFinished(() => db.destroy())
  await expect(restoreDatabase(backup, path, { replace: true })).rejects.toThrow('has this database open')
})

test.each([
  [
    'one flipped byte',
    /is not what it was/,
    (file: string) => {
      const bytes = readFileSync(file)
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 100) ^ 1, bytes.length - 100)
      writeFileSync(file, bytes)
    },
  ],
  [
    'its end cut off',
    /is not what it was/,
    (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 8192)),
  ],
  [
    'no checksum beside it',
    /nobody can tell whether it is whole/,
    (file: string) => rmSync(`${file}.sha256`),
  ],
  ['no file at all', /There is no backup/, (file: string) => rmSync(file)],
])('a backup with %s is refused, and what is there stays', async (_, reason, damage) => {
  const { path, backup } = await backedUp()
  damage(backup)
  await expect(restoreDatabase(backup, path, { replace: true })).rejects.toThrow(reason)
  expect(await consultantsOf(path)).toEqual(['c-anna', 'c-boris', 'late'])
  expect(existsSync(`${path}.restoring`)).toBe(false)
})

test('a backup of a newer version is refused before anything is replaced', async () => {
  const { path, backup } = await backedUp()
  const native = await openNative(backup)
  native.exec('pragma user_version = 999')
  native.close()
  rmSync(`${backup}.sha256`)
  const copy = `${backup}.newer`
  await backupDatabase(backup, copy)
  await expect(restoreDatabase(copy, path, { replace: true })).rejects.toThrow('schema 999')
  expect(await consultantsOf(path)).toEqual(['c-anna', 'c-boris', 'late'])
})
