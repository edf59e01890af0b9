import { expect, test } from 'vitest'
import { instrumentSchema } from '#app/questionnaire/instrument.ts'
import full from '#app/questionnaire/instruments/full.v1.json' with { type: 'json' }
import { itemsOf } from '#app/questionnaire/items.ts'
import clientFile from '#scripts/demo/client.json' with { type: 'json' }
import { demoAnswers } from '#scripts/demo/demo-answers.ts'
import { readClient } from '#scripts/demo/read-client.ts'

const client = readClient(clientFile)
const instrument = instrumentSchema.parse(full)
const entered = {
  client,
  departments: client.departments.map((name) => ({ id: `id of ${name}`, name })),
  roles: Object.values(client.roles).map((name) => ({ id: `id of ${name}`, name })),
}

test('the client has nine senior leads and sixteen department leads, each with every item of their level', () => {
  const levels = client.people.map(({ level }) => level)
  expect(levels.filter((level) => level === 'senior')).toHaveLength(9)
  expect(levels.filter((level) => level === 'department')).toHaveLength(16)
  const asked = itemsOf(instrument).map(({ id }) => id)
  for (const index of levels.keys())
    expect(Object.keys(demoAnswers(entered, index, instrument))).toEqual(asked)
})

test('signs become answers: a point, a role, several share it, cannot say, left blank', () => {
  const marianne = demoAnswers(entered, 0, instrument)
  expect(marianne.tiebreak).toEqual({ state: 'answered', value: { kind: 'scale', point: 4 } })
  expect(marianne['owns-outcome']).toEqual({
    state: 'answered',
    value: { kind: 'owner', owner: { kind: 'role', roleId: 'id of Chief executive' } },
  })
  const dorde = demoAnswers(entered, 8, instrument)
  expect(dorde['owns-outcome']).toEqual({
    state: 'answered',
    value: { kind: 'owner', owner: { kind: 'shared' } },
  })
  expect(demoAnswers(entered, 15, instrument).tiebreak).toEqual({ state: 'cant-say' })
  expect(demoAnswers(entered, 12, instrument)['all-green']).toEqual({ state: 'skipped' })
})

test('a dependency names the two departments', () => {
  const answer = demoAnswers(entered, 1, instrument).dependencies
  expect(answer).toMatchObject({
    value: { lines: [{ picks: { 'need-from': 'id of Product', 'needed-by': 'id of Manufacturing' } }, {}] },
  })
})

test('nobody sorts two of their own lines into one theme, and every theme has a name', () => {
  for (const itemId of ['priorities', 'stops', 'dependencies'] as const) {
    for (const person of client.people) {
      const themes = person[itemId].map(([theme]) => theme)
      expect(new Set(themes).size).toBe(themes.length)
      expect(themes.filter((theme) => client.themes[itemId][theme] === undefined)).toEqual([])
    }
  }
})

test('a row that is too short is refused, with the name of its item', () => {
  const short = { ...clientFile, scale: { ...clientFile.scale, deck: '123' } }
  expect(() => readClient(short)).toThrow(/deck has 3 answers for 25 people/)
})
