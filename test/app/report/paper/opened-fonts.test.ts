import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { FACES } from '#app/report/paper/paper-fonts.server.ts'
import { SCRIPTS, sheetOf } from './sheet-of.ts'

const { readFileSync } = fs
const opened: string[] = []
fs.readFileSync = ((path: string, ...rest: []) => {
  if (String(path).endsWith('.ttf')) opened.push(String(path).split('/').at(-1) ?? '')
  return readFileSync(path, ...rest)
}) as typeof readFileSync
syncBuiltinESMExports()
beforeEach(() => {
  opened.length = 0
})
afterAll(() => {
  fs.readFileSync = readFileSync
  syncBuiltinESMExports()
})

// In this order: what has been opened stays open.
test('Latin, Greek and Cyrillic are set in the faces of every report, and no other is opened', async () => {
  await sheetOf(SCRIPTS.Latin, SCRIPTS.Greek, SCRIPTS.Cyrillic)
  expect(opened.length).toBeLessThanOrEqual(FACES.length)
  for (const file of opened) expect(file).toMatch(/^Source/)
})

test.each([
  ['Hebrew', 'NotoSansHebrew_400Regular.ttf'],
  ['Arabic', 'IBMPlexSansArabic_400Regular.ttf'],
  ['Devanagari', 'NotoSansDevanagari_400Regular.ttf'],
  ['Thai', 'NotoSansThai_400Regular.ttf'],
  ['Hangul', 'NanumGothic_400Regular.ttf'],
  ['emoji', 'NotoEmoji_400Regular.ttf'],
  ['Chinese', 'NotoSansSC_400Regular.ttf'],
] as const)('%s opens its own face and no other', async (script, file) => {
  await sheetOf(SCRIPTS[script])
  expect(opened).toEqual([file])
})

test('Japanese is set in the face that Chinese has opened', async () => {
  await sheetOf(SCRIPTS.Japanese)
  expect(opened).toEqual([])
})
