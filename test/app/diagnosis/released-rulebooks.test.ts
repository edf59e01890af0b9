import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { currentRulebook, rulebookSchema } from '#app/diagnosis/rulebook.ts'
import first from '#app/diagnosis/rulebook.v1.json' with { type: 'json' }

/** Rulebooks by which reports were made. Whoever changes one of them changes what those reports rest on. */
const RELEASED = { 1: '2ac42ef18e4f3238568980dd5c311aa4003b534360b32108b4012b7f4d6bc547' }

test.each(Object.entries(RELEASED))('rulebook %s is the file that was released', (version, hash) => {
  const file = readFileSync(new URL(`../../../app/diagnosis/rulebook.v${version}.json`, import.meta.url))
  expect(createHash('sha256').update(file).digest('hex')).toBe(hash)
})

test('a released rulebook can still be read', () => {
  expect(rulebookSchema.safeParse(first).success).toBe(true)
})

test('a rule keeps its name, construct, ailment and severity from version to version', () => {
  for (const { id, name, construct, ailment, severity, kind } of rulebookSchema.parse(first).rules) {
    expect(currentRulebook.rules.find((rule) => rule.id === id)).toMatchObject({
      name,
      construct,
      ailment,
      severity,
      kind,
    })
  }
  expect(Number(currentRulebook.version)).toBeGreaterThan(Number(first.version))
})
