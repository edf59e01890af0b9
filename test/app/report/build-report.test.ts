import { describe, expect, test } from 'vitest'
import { reportDocumentSchema } from '#app/report/document.ts'
import { type SimulatedRound, simulatedReport } from '#test/helpers/simulated-round.ts'
import { plainText, textsOf } from './report-texts.ts'

const ROUNDS: Record<string, SimulatedRound> = {
  aligned: { profile: 'aligned', seniors: 9, departments: 12 },
  split: { profile: 'split', seniors: 10, departments: 12 },
  'levels-apart': { profile: 'levels-apart', seniors: 9, departments: 12 },
  random: { profile: 'random', seniors: 9, departments: 12 },
  tiny: { profile: 'aligned', seniors: 4, departments: 3 },
  blank: { profile: 'aligned', seniors: 9, departments: 12, blank: true },
  'quick-scan': { profile: 'levels-apart', seniors: 8, departments: 10, instrumentKey: 'quick-scan@1' },
  open: { profile: 'split', seniors: 5, departments: 6, privacyMode: 'open' },
}
const reports = Object.entries(ROUNDS).map(([name, settings]) => [name, simulatedReport(settings)] as const)
const reportOf = (name: string) => {
  const found = reports.find(([known]) => known === name)
  if (!found) throw new Error(`no round ${name}`)
  return found[1]
}
const pageIds = (name: string) => reportOf(name).report.pages.map(({ id }) => id)

describe.each(reports)('the report of the %s team', (name, { report }) => {
  test('is a document of the contract, and comes back the same from JSON', () => {
    expect(reportDocumentSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
  })

  test('is the same to the byte when it is made again', () => {
    const again = simulatedReport(ROUNDS[name] as SimulatedRound).report
    expect(JSON.stringify(again)).toBe(JSON.stringify(report))
  })

  test('has no empty text, no figure that is not there, no percentage and no talk of significance', () => {
    for (const { place, text } of textsOf(report)) {
      expect(text.trim(), place).not.toBe('')
      expect(text, place).not.toMatch(/undefined|NaN|Infinity|null|\[object|[{}]/)
      expect(text, place).not.toMatch(/%|per ?cent|significant/i)
      expect(text, place).not.toMatch(/ {2}|\.\.| [.,;:]|\(\)/)
    }
  })

  test('gives people, plausible range and chance line with every agreement figure of a sentence', () => {
    const sentences = report.pages
      .filter(({ id }) => id !== 'how-to-read' && id !== 'method')
      .flatMap(({ blocks }) =>
        blocks.flatMap((block) =>
          block.kind === 'list' ? block.items : block.kind === 'paragraph' ? block.sentences : [],
        ),
      )
    for (const { text } of sentences) {
      for (const [figure] of text.matchAll(/greement [a-z ]*(?:is|of) \d+ of 100[^)]*\)/g)) {
        expect(figure).toMatch(/\((\w+) people, plausible range \d+ to \d+, chance line \d+\)$/)
      }
    }
  })

  test('says of every sentence that rests on figures why it is said', () => {
    const sentences = report.pages.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'list' ? block.items : block.kind === 'paragraph' ? block.sentences : [],
      ),
    )
    for (const { text, source } of sentences) {
      if (
        /\d+ of 100 \(|(one|two|three|four|five|six|seven|eight|nine|ten|\d) of \d+ (senior|leaders|department)/.test(
          text,
        )
      ) {
        expect(source?.rule, text).toBeTruthy()
        expect(source?.why, text).toBeTruthy()
      }
    }
  })

  test('reads as the golden report', async () => {
    await expect(plainText(report)).toMatchFileSnapshot(`../../golden/reports/${name}.txt`)
  })
})

test('teams that differ are told different things', () => {
  const statements = ['aligned', 'split', 'levels-apart', 'random'].map(
    (name) => reportOf(name).diagnosis.verdict.statement,
  )
  expect(new Set(statements).size).toBe(4)
})

test('an aligned team is told what is sound, and never that it is split', () => {
  const { diagnosis, report } = reportOf('aligned')
  expect(diagnosis.verdict).toMatchObject({ kind: 'diagnosis', ailments: [] })
  expect(diagnosis.findings.filter(({ kind }) => kind === 'problem')).toEqual([])
  const told = textsOf(report).filter(({ place }) => place === 'answer-first' || place === 'decisions')
  expect(told.map(({ text }) => text).join(' ')).not.toMatch(/camp|split|does not|not working/)
})

test('a split team is told of its two camps', () => {
  const { verdict } = reportOf('split').diagnosis
  expect(verdict.ailments[0]).toBe('alignment')
  expect(verdict.basis[0]).toBe('two-camps')
})

test('levels apart are told that the message did not travel, with certainty', () => {
  const { verdict, findings } = reportOf('levels-apart').diagnosis
  expect(verdict.basis[0]).toBe('message-did-not-travel')
  expect(findings.find(({ ruleId }) => ruleId === 'message-did-not-travel')?.certainty).toBe('clear')
})

test.each([1, 2, 3, 4, 5, 6])(
  'random answers give no verdict and no finding that is more than indicative (seed %i)',
  (seed) => {
    const { diagnosis } = simulatedReport({ profile: 'random', seniors: 9, departments: 12, seed })
    expect(diagnosis.verdict.kind).toBe('no-clear-pattern')
    expect(diagnosis.findings.filter(({ certainty }) => certainty !== 'indicative')).toEqual([])
  },
)

test('a level below the smallest group is never shown, and the report says so', () => {
  expect(pageIds('tiny')).toEqual(['answer-first', 'how-to-read', 'diagnosis', 'decisions', 'method'])
  const { report, diagnosis } = reportOf('tiny')
  expect(diagnosis.verdict.kind).toBe('not-enough-answers')
  const told = textsOf(report).map(({ text }) => text)
  expect(told).toContain(
    'Priorities among the leaders: not shown; fewer than five senior leaders answered this.',
  )
  expect(told).toContain('4 invited, fewer than five answered')
})

test('a blank round ends in "not enough answers" and orders no action', () => {
  const { diagnosis, report } = reportOf('blank')
  expect(diagnosis.verdict.kind).toBe('not-enough-answers')
  expect(report.pages.find(({ id }) => id === 'decisions')?.title).toBe(
    'No action is ordered: talk about these answers first',
  )
})

test('every page stands in the order of the plan', () => {
  expect(pageIds('aligned')).toEqual([
    'answer-first',
    'perceived-and-shown',
    'how-to-read',
    'priorities',
    'order',
    'levels',
    'stops',
    'signals',
    'accountability',
    'rhythm',
    'strength-and-agreement',
    'diagnosis',
    'decisions',
    'annex',
    'method',
  ])
})

test('names of leads stand in the report in open mode only', () => {
  expect(JSON.stringify(reportOf('open').report)).toContain('Person 1')
  expect(JSON.stringify(reportOf('split').report)).not.toMatch(/Person \d/)
})

test('at most five actions, each with a date within thirty days of the issue', () => {
  for (const [, { report }] of reports) {
    const actions = report.pages
      .flatMap(({ blocks }) => blocks)
      .find((block) => block.kind === 'table' && block.caption.startsWith('Actions'))
    if (actions?.kind !== 'table') continue
    expect(actions.rows.length).toBeLessThanOrEqual(5)
    for (const row of actions.rows) expect(row[2]).toMatch(/^\d{1,2} (March|April) 2026$/)
  }
})
