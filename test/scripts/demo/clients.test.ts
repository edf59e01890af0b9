import { describe, expect, test } from 'vitest'
import splitFile from '#scripts/demo/client.json' with { type: 'json' }
import healthyFile from '#scripts/demo/client-healthy.json' with { type: 'json' }
import smallFile from '#scripts/demo/client-small.json' with { type: 'json' }
import { readClient } from '#scripts/demo/read-client.ts'
import { demoReport } from '#test/helpers/demo-report.ts'
import { textsOf } from '../../app/report/report-texts.ts'

const CLIENTS = {
  split: readClient(splitFile),
  healthy: readClient(healthyFile),
  small: readClient(smallFile),
}
const reports = {
  split: demoReport(CLIENTS.split),
  healthy: demoReport(CLIENTS.healthy),
  small: demoReport(CLIENTS.small),
}
const verdictOf = (name: keyof typeof reports) => reports[name].diagnosis.verdict
const sure = (name: keyof typeof reports, kind: 'problem' | 'strength') =>
  reports[name].diagnosis.findings
    .filter((finding) => finding.kind === kind && finding.certainty !== 'indicative')
    .map(({ ruleId }) => ruleId)

describe.each(Object.entries(CLIENTS))('the client %s', (_, client) => {
  test('uses each theme at most once a person, and only themes and departments that it has', () => {
    for (const person of client.people) {
      for (const itemId of ['priorities', 'stops', 'dependencies'] as const) {
        const themes = person[itemId].map(([theme]) => theme)
        expect(new Set(themes).size, person.name).toBe(themes.length)
        for (const theme of themes) expect(client.themes[itemId], person.name).toHaveProperty(theme)
      }
      const departments = [person.department, ...person.dependencies.flatMap(([, , from, by]) => [from, by])]
      for (const department of departments.filter((name) => name !== ''))
        expect(client.departments).toContain(department)
    }
  })

  test('has lines short enough for the form, and an address for everybody', () => {
    const { people } = client
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length)
    for (const { priorities, stops, dependencies, keyResults } of people) {
      const lines = [...priorities, ...stops, ...dependencies].map(([, text]) => text)
      for (const line of [...lines, ...keyResults]) expect(line.length).toBeLessThanOrEqual(140)
      for (const line of lines) expect(line).not.toBe('')
    }
  })
})

test('the healthy team of 8 and 14 is told that nothing is broken, and what to keep', () => {
  expect(reports.healthy.scores.response).toMatchObject({
    senior: { submitted: 8 },
    department: { submitted: 14 },
  })
  expect(verdictOf('healthy')).toMatchObject({ kind: 'diagnosis', ailments: [] })
  expect(sure('healthy', 'problem')).toEqual([])
  expect(sure('healthy', 'strength')).toEqual(
    expect.arrayContaining(['shared-priorities', 'not-now-list-kept', 'results-written']),
  )
})

test('the team of six is told by name where its decisions get stuck, and nothing of department leads', () => {
  const { scores, report } = reports.small
  expect(scores).toMatchObject({ privacyMode: 'open', shown: { senior: true, department: false } })
  expect(verdictOf('small').ailments).toContain('poor-decision-flow')
  expect(sure('small', 'problem')).toContain('settled-offline')
  expect(report.pages.map(({ id }) => id)).not.toContain('levels')
  expect(JSON.stringify(report)).toContain('Priya Raman')
})

test('the three clients are told three different things', () => {
  const told = ['split', 'healthy', 'small'] as const
  expect(new Set(told.map((name) => verdictOf(name).statement)).size).toBe(3)
  expect(new Set(told.map((name) => verdictOf(name).ailments.join())).size).toBe(3)
})

test('nobody is named in a confidential report', () => {
  for (const name of ['split', 'healthy'] as const) {
    const texts = textsOf(reports[name].report)
      .map(({ text }) => text)
      .join(' ')
    for (const person of CLIENTS[name].people) expect(texts).not.toContain(person.name)
  }
})
