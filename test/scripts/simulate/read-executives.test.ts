import { expect, test } from 'vitest'
import { readExecutives } from '#scripts/simulate/read-executives.ts'

const FILE = {
  format: 'executives/1',
  name: 'Hill Clinic',
  people: { A1: 'CEO', A2: 'Chief Nursing Officer', A3: 'VP Patient Services' },
  themes: { w: 'Shorter waits' },
  questions: ['Q1', 'Q2', 'Q3'].map((id) => ({
    id,
    text: id,
    lines: [{ id: `${id}-1`, person: 'A1', text: '  Waits under\n4 weeks ', theme: 'w' }],
  })),
}

test('people get a name, an address and the department that their role heads', () => {
  const { people } = readExecutives(JSON.stringify(FILE))
  expect(people.map(({ name, email, department }) => [name, email, department])).toEqual([
    ['CEO A1', 'a1@hill-clinic.example', 'General management'],
    ['Chief Nursing Officer A2', 'a2@hill-clinic.example', 'Nursing'],
    ['VP Patient Services A3', 'a3@hill-clinic.example', 'Patient Services'],
  ])
})

test('lines come in on one line, as they would through the form', () => {
  const { questions } = readExecutives(JSON.stringify(FILE))
  expect(questions[0]?.lines[0]?.text).toBe('Waits under 4 weeks')
})

test('a line by a stranger or without a theme name is refused', () => {
  const stranger = { ...FILE, people: { A9: 'COO' } }
  expect(() => readExecutives(JSON.stringify(stranger))).toThrow(/by A1, who is not/)
  const nameless = { ...FILE, themes: {} }
  expect(() => readExecutives(JSON.stringify(nameless))).toThrow(/no name/)
})
