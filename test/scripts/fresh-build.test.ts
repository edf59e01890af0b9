import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { isFresh } from '#scripts/fresh-build.ts'

/** Lays out a project whose files were written at the given seconds. */
function project(files: Readonly<Record<string, number>>): string {
  const root = mkdtempSync(join(tmpdir(), 'fresh-build-'))
  for (const [path, second] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), '')
    for (let touched = join(root, path); touched !== root; touched = dirname(touched)) {
      utimesSync(touched, second, second)
    }
  }
  return root
}

test('a project without a build is not fresh', () => {
  expect(isFresh(project({ 'app/root.tsx': 100 }))).toBe(false)
})

test('a build is fresh while it is newer than every source', () => {
  expect(isFresh(project({ 'app/root.tsx': 100, 'db/schema.ts': 110, 'build/server/index.js': 120 }))).toBe(
    true,
  )
})

test('one newer file, however deep, makes the build stale', () => {
  const files = {
    'build/server/index.js': 120,
    'db/schema.ts': 100,
    'app/questionnaire/instruments/full.json': 121,
  }
  expect(isFresh(project(files))).toBe(false)
})
