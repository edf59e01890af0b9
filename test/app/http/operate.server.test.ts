import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backUp, restore } from '#app/http/operate.server.ts'
import { openDatabase } from '#db/open-database.ts'
import { databasePath, seedRound } from '#test/db/fixtures.ts'

async function running() {
  const folder = dirname(databasePath())
  const db = await openDatabase(join(folder, 'plumbline.sqlite'))
  onTestFinished(() => db.destroy())
  await seedRound(db)
  return { folder, environment: { PLUMBLINE_DATA_DIR: folder } }
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
