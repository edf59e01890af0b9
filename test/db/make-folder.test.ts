import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeFolder } from '#db/make-folder.ts'

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-folder-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('a folder is made with those above it, for its owner alone, and a second time nothing happens', () => {
  const above = join(emptyFolder(), 'one')
  makeFolder(join(above, 'two'))
  makeFolder(join(above, 'two'))
  for (const folder of [above, join(above, 'two')]) expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('a folder under a file is refused in words', () => {
  const file = join(emptyFolder(), 'file')
  writeFileSync(file, '')
  expect(() => makeFolder(join(file, 'data'))).toThrow(/cannot be made \(ENOTDIR\)\. Choose another one/)
})

test.runIf(process.platform === 'linux')(
  'a folder where none can be made is refused, not tried for ever',
  () => {
    expect(() => makeFolder('/proc/plumbline/data')).toThrow(/The folder \/proc\/plumbline cannot be made/)
  },
)
