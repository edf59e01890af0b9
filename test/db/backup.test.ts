import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backupDatabase } from '#db/backup.ts'
import { insertConsultant } from '#db/consultants.ts'
import { openNative, readValue } from '#db/native.ts'
import { openDatabase } from '#db/open-database.ts'
import { DatabaseRefusedError } from '#db/refused.ts'
import { listSubmissions } from '#db/submissions.ts'
import { ANNA, databasePath, OPEN_ROUND, seedRound } from './fixtures.ts'

test('a backup while the server writes holds every row acknowledged before it, and passes the checks', async () => {
  const path = databasePath()
  const db = await openDatabase(path)
  onTestFinished(() => db.destroy())
  let acknowledged = 0
  let running = true
  const writing = (async () => {
    while (running) {
      const id = `c-${acknowledged}`
      await insertConsultant(db, { ...ANNA, id, email: id, passwordHash: '', createdOn: '2026-01-01' })
      acknowledged += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
  })()
  for (let number = 0; number < 5; number += 1) {
    const before = acknowledged
    const target = `${path}.${number}.bak`
    const backup = await backupDatabase(path, target)
    const copy = await openNative(target, { readOnly: true })
    expect(readValue(copy, 'pragma integrity_check')).toBe('ok')
    expect(Number(readValue(copy, 'select count(*) from consultant'))).toBeGreaterThanOrEqual(before)
    copy.close()
    expect(statSync(target).mode & 0o777).toBe(0o600)
    expect(backup).toEqual({
      path: target,
      bytes: statSync(target).size,
      sha256: createHash('sha256').update(readFileSync(target)).digest('hex'),
    })
    expect(readFileSync(`${target}.sha256`, 'utf8')).toBe(`${backup.sha256}  plumbline.db.${number}.bak\n`)
  }
  running = false
  await writing
  expect(acknowledged).toBeGreaterThan(5)
})

test('a backup opens as a database', async () => {
  const path = databasePath()
  const db = await openDatabase(path)
  await seedRound(db)
  await backupDatabase(path, `${path}.bak`)
  await db.destroy()
  const restored = await openDatabase(`${path}.bak`)
  onTestFinished(() => restored.destroy())
  expect(await listSubmissions(restored, OPEN_ROUND.id)).toEqual([])
  expect(await restored.selectFrom('participation').select('id').execute()).toHaveLength(3)
})

test('a backup works while no server is running', async () => {
  const path = databasePath()
  const db = await openDatabase(path)
  await seedRound(db)
  await db.destroy()
  await backupDatabase(path, `${path}.bak`)
  const reopened = await openDatabase(path)
  expect(await reopened.selectFrom('participation').select('id').execute()).toHaveLength(3)
  await reopened.destroy()
})

test('a backup never replaces another file', async () => {
  const path = databasePath()
  const db = await openDatabase(path)
  onTestFinished(() => db.destroy())
  writeFileSync(`${path}.bak`, 'precious')
  await expect(backupDatabase(path, `${path}.bak`)).rejects.toThrow('exists already')
  expect(readFileSync(`${path}.bak`, 'utf8')).toBe('precious')
})

test('what is not a database of ours is not backed up', async () => {
  const path = databasePath()
  mkdirSync(dirname(path))
  writeFileSync(path, 'something else')
  await expect(backupDatabase(path, `${path}.bak`)).rejects.toThrow(DatabaseRefusedError)
  await expect(backupDatabase(`${path}.missing`, `${path}.bak`)).rejects.toThrow('There is no database')
  expect(existsSync(`${path}.bak`)).toBe(false)
})
