import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isMeasured } from '#app/scoring/measure.ts'
import { ROOT } from '#scripts/fresh-build.ts'
import { PROFILES, type Profile } from '#scripts/simulate/profiles.ts'
import type { Simulation } from '#scripts/simulate/run-simulation.ts'
import { oneLine } from '#test/helpers/pdf-text.ts'

const FILE = join(process.env.PLUMBLINE_REFERENCE ?? '', 'themes', 'executives-software.json')
const OUT = mkdtempSync(join(tmpdir(), 'plumbline-simulate-'))

type Report = Simulation['report']
const reports = {} as Record<Profile, Report>
const said = {} as Record<Profile, string>

/** The command as a person types it. */
function simulate(profile: Profile, seed: number, folder: string): string {
  const command = [
    'run',
    '--silent',
    'simulate',
    '--',
    FILE,
    '--profile',
    profile,
    '--seed',
    String(seed),
    '--out',
    folder,
  ]
  const { status, stdout, stderr } = spawnSync('npm', command, { cwd: ROOT, encoding: 'utf8' })
  if (status !== 0) throw new Error(`simulate ended with ${status}: ${stdout}${stderr}`)
  return stdout.trim().split('\n').at(-1) ?? ''
}

beforeAll(() => {
  if (!existsSync(FILE))
    throw new Error(`PLUMBLINE_REFERENCE must name the folder of the reference values; no ${FILE}`)
  for (const profile of PROFILES) {
    said[profile] = simulate(profile, 1, join(OUT, profile))
    reports[profile] = JSON.parse(readFileSync(join(OUT, profile, 'report.json'), 'utf8'))
  }
}, 600_000)

afterAll(() => rmSync(OUT, { recursive: true, force: true }))

function fired(profile: Profile, ruleId: string) {
  return reports[profile].diagnosis.findings.find((finding) => finding.ruleId === ruleId)
}

function seniorAgreementOn(profile: Profile, itemId: string) {
  const level = reports[profile].scores.items.find((item) => item.itemId === itemId)?.byLevel.senior
  if (!level || !isMeasured(level) || !level.agreement || !isMeasured(level.agreement)) return null
  return level.agreement
}

describe.each(PROFILES)('a team that answers by the profile %s', (profile) => {
  test('has a report of eight senior and four department leads', () => {
    expect(reports[profile].scores.response).toEqual({
      senior: { invited: 8, submitted: 8 },
      department: { invited: 4, submitted: 4 },
    })
  })

  test('is told its statement last, and the PDF says the same', () => {
    const { statement } = reports[profile].diagnosis.verdict
    expect(said[profile]).toBe(statement)
    const pdf = join(OUT, profile, 'report.pdf')
    const text = spawnSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).stdout
    expect(oneLine(text)).toContain(oneLine(statement))
    expect(spawnSync('qpdf', ['--check', pdf]).status).toBe(0)
  })

  test.each(['welcome', 'section', 'monitor', 'themes', 'report', 'sponsor'])(
    'leaves the page %s',
    (name) => {
      expect(readFileSync(join(OUT, profile, 'pages', `${name}.html`), 'utf8')).toMatch(/<h1/)
    },
  )
})

test('the four statements differ', () => {
  expect(new Set(Object.values(said)).size).toBe(PROFILES.length)
})

test('an aligned team is not told that it is split', () => {
  expect(seniorAgreementOn('aligned', 'priorities')?.band).toBe('aligned')
  expect(reports.aligned.diagnosis.verdict.ailments).toEqual([])
  expect(fired('aligned', 'leadership-narrative')).toBeUndefined()
  expect(fired('aligned', 'message-did-not-travel')).toBeUndefined()
})

test('a split team is told that its leaders do not say the same', () => {
  expect(seniorAgreementOn('split', 'tiebreak')?.s).toBeLessThan(0.3)
  expect(reports.split.diagnosis.verdict.ailments).toContain('alignment')
})

test('where each level agrees within itself, the message is said not to have travelled', () => {
  expect(seniorAgreementOn('levels-apart', 'priorities')?.band).toBe('aligned')
  expect(fired('levels-apart', 'leadership-narrative')).toBeUndefined()
  expect(fired('levels-apart', 'message-did-not-travel')?.certainty).not.toBe('indicative')
})

test('random answers give no confident finding, whatever the seed', () => {
  const others = [2, 3].map((seed): Report => {
    const folder = join(OUT, `random-${seed}`)
    simulate('random', seed, folder)
    return JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  })
  for (const { diagnosis } of [reports.random, ...others]) {
    expect(diagnosis.verdict.kind).not.toBe('diagnosis')
    expect(diagnosis.findings.filter(({ certainty }) => certainty !== 'indicative')).toEqual([])
  }
}, 300_000)
