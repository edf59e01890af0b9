import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { backUp, linkForPassword, restore } from '#app/http/operate.server.ts'
import { resetBehind } from '#app/session/reset-password.server.ts'
import { openDatabase } from '#db/open-database.ts'
import { ANNA, databasePath, seedRound } from '#test/db/fixtures.ts'

async function running() {
  const folder = dirname(databasePath())
  const db = await openDatabase(join(folder, 'plumbline.sqlite'))
  onTestFinished(() => db.destroy())
  await seedRound(db)
  return { db, folder, environment: { PLUMBLINE_DATA_DIR: folder } }
}

test('a backup is made while the server runs, and restored to another folder', async () => {
  const { folder, environment } = await running()
  const file = join(folder, 'tonight.bak')
  const words = await backUp([file], environment)
  expect(words).toMatch(/^Backed up to .*tonight\.bak \(\d+ bytes\), checked\.\nSHA-256 [0-9a-f]{64}/)
  expect(words).toContain(join(folder, 'secret'))
  const elsewhere = dirname(databasePath())
  expect(await restore([file], { PLUMBLINE_DATA_DIR: elsewhere })).toContain('checked')
  expect(existsSync(join(elsewhere, 'plumbline.sqlite'))).toBe(true)
})

test('a command that is not complete says how it goes', async () => {
  const { environment } = await running()
  await expect(backUp([], environment)).rejects.toThrow('npm run backup -- FILE')
  await expect(backUp(['--help'], environment)).rejects.toThrow('npm run backup -- FILE')
  await expect(restore(['--replace'], environment)).rejects.toThrow('npm run restore -- FILE')
  await expect(backUp(['x.bak'], {})).rejects.toThrow('PLUMBLINE_DATA_DIR is missing')
})

const NOW = new Date('2026-03-02T09:00:00Z')
const BASE = { PLUMBLINE_BASE_URL: 'https://survey.example.org/' }

test('a link for a new password is made beside the running server, which knows it at once', async () => {
  const { db, environment } = await running()
  const words = await linkForPassword([ANNA.email.toUpperCase()], { ...environment, ...BASE }, NOW)
  const token = /^https:\/\/survey\.example\.org\/reset\/(\w{32})$/m.exec(words)?.[1] ?? ''
  expect(words).toContain(`With this link ${ANNA.name} sets a new password`)
  expect(await resetBehind(db, token, NOW)).toEqual(ANNA)
  expect(await resetBehind(db, token, new Date(NOW.getTime() + 30 * 60_000))).toBeNull()
  const [event] = await db.selectFrom('audit_event').selectAll().execute()
  expect(event).toMatchObject({
    consultant_id: null,
    consultant_name: 'Who runs the server',
    words: `made a link for a new password of ${ANNA.name}`,
  })
})

test('no link is made for nobody, without an address, or in a database of another shape', async () => {
  const { db, environment } = await running()
  const settings = { ...environment, ...BASE }
  await expect(linkForPassword([], settings)).rejects.toThrow('npm run reset-password -- EMAIL')
  await expect(linkForPassword([ANNA.email], environment)).rejects.toThrow('PLUMBLINE_BASE_URL is missing')
  await expect(linkForPassword(['nobody@example.org'], settings)).rejects.toThrow('no account in use')
  const nowhere = { ...settings, PLUMBLINE_DATA_DIR: `${environment.PLUMBLINE_DATA_DIR}/none` }
  await expect(linkForPassword([ANNA.email], nowhere)).rejects.toThrow('There is no database at')
  await sql`pragma user_version = 15`.execute(db)
  await expect(linkForPassword([ANNA.email], settings)).rejects.toThrow('start the server with it first')
  expect(await db.selectFrom('password_reset').selectAll().execute()).toEqual([])
})
