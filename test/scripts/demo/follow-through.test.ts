import { expect, test } from 'vitest'
import { checkKeyResult } from '#app/redesign/outcomes/check-key-result.ts'
import { isDay } from '#app/rounds/day.ts'
import clientFile from '#scripts/demo/client.json' with { type: 'json' }
import followThroughFile from '#scripts/demo/follow-through.json' with { type: 'json' }
import { readClient } from '#scripts/demo/read-client.ts'
import { readFollowThrough } from '#scripts/demo/read-follow-through.ts'

const client = readClient(clientFile)
const told = readFollowThrough(followThroughFile, '2026-09-07')
const added = (kind: string) =>
  told.steps.flatMap((step) => (step.do === 'add' && step.kind === kind ? [step] : []))

test('days are counted from the first, and steps come in their order', () => {
  expect(added('decision')[0]?.content.due).toBe('2026-10-06')
  const days = told.steps.map(({ on }) => on)
  expect(days).toEqual([...days].sort((one, other) => one - other))
  for (const { content } of added('key-result')) expect(isDay(String(content.due))).toBe(true)
})

test('the pulse has one answer a person, and everybody whose priorities changed is known', () => {
  const { scale, choice, commitments, priorities } = told.pulse
  const rows = [...Object.values(scale), ...Object.values(choice), ...commitments.map(({ row }) => row)]
  for (const row of rows) expect(row).toHaveLength(client.people.length)
  const addresses = client.people.map(({ email }) => email)
  for (const address of Object.keys(priorities)) expect(addresses).toContain(address)
})

test('every theme of the first round is named again and no other, so both codebooks are one', () => {
  const named = client.people.flatMap((person) =>
    (told.pulse.priorities[person.email] ?? person.priorities).map(([theme]) => theme),
  )
  expect(new Set(named)).toEqual(new Set(Object.keys(client.themes.priorities)))
})

test('one key result reads as work and says why it stays; the others read as results', () => {
  const kinds = added('key-result').map(({ content }) => ({
    kind: checkKeyResult(String(content.wording)).kind,
    argued: content.argument !== '',
  }))
  expect(kinds.filter(({ argued }) => argued)).toHaveLength(1)
  for (const { kind, argued } of kinds) expect(kind === 'outcome').toBe(!argued)
})
