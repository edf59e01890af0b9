import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningServer } from '#scripts/run-server.ts'
import { runSimulation, type Simulation } from '#scripts/simulate/run-simulation.ts'
import { ferries, startServer } from '#test/helpers/open-round.ts'
import { oneLine, pdfText } from '#test/helpers/pdf-text.ts'

let server: RunningServer
let simulation: Simulation

beforeAll(async () => {
  server = await startServer()
  simulation = await runSimulation(ferries(), { server, profile: 'split', seed: 1, privacyMode: 'unlinked' })
})

afterAll(() => server?.stop())

test('an unlinked round can be played without a script, from the set-up code to the sponsor', () => {
  expect(simulation.report.scores.response.senior).toEqual({ invited: 4, submitted: 4 })
  expect(simulation.pages.sponsor).toContain(simulation.report.document.roundTitle)
})

test('a level behind the smallest group is hidden, even how many of it answered', () => {
  expect(simulation.report.scores.response.department).toEqual({ invited: 2, submitted: null })
})

test('no name of a lead is in the report of an unlinked round', async () => {
  const pdf = await pdfText(simulation.pdf)
  for (const { name } of ferries().people) {
    expect(pdf).not.toContain(oneLine(name))
    expect(simulation.pages.report).not.toContain(name)
  }
})
