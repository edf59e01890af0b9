import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { LINE_LENGTH } from '#app/answers/answer.ts'
import { LONGEST_COMMITMENT, MOST_COMMITMENTS } from '#app/questionnaire/commitments.ts'
import { LONGEST_TEXT } from '#app/questionnaire/instrument.ts'
import { PASSPHRASE_LENGTH } from '#app/report/passphrase.ts'
import { SHARE_DAYS } from '#app/report/share-days.ts'
import { MOST_ROWS } from '#app/rounds/roster.ts'
import { GROUP_SIZES } from '#app/rounds/round-settings.ts'
import { PASSWORD_LENGTH } from '#app/session/password-rules.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const page = readFileSync(join(ROOT, 'docs/input-rules.md'), 'utf8')

/** Schemas of what the house itself holds or makes: nobody types it or sends it. */
const OUR_OWN = [
  'diagnosis/rulebook.ts',
  'redesign/outcomes/usual-work.ts',
  'redesign/rhythm/draft-rhythm.ts',
  'redesign/rhythm/forum-templates.ts',
  'redesign/rights/draft-register.ts',
  'redesign/rollout/draft-countermeasures.ts',
  'report/debrief/questions.ts',
  'report/evidence-register.ts',
  'themes/grouping/calibration.ts',
]

test('every file that the page names is there', () => {
  const named = Array.from(page.matchAll(/`([a-z-]+\/[\w./-]+\.tsx?)`/g), ([, path = '']) => path).filter(
    (path) => !path.startsWith('test/'),
  )
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((path) => !existsSync(join(ROOT, 'app', path)))).toEqual([])
})

test('every schema of what comes in from outside stands on the page', () => {
  const files = readdirSync(join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
  const schemas = files.filter(
    (path) => /\.tsx?$/.test(path) && readFileSync(join(ROOT, 'app', path), 'utf8').includes("from 'zod'"),
  )
  expect(schemas.length).toBeGreaterThan(30)
  expect(schemas.filter((path) => !page.includes(`\`${path}\``) && !OUR_OWN.includes(path))).toEqual([])
})

test('the page and the code give the same lengths', () => {
  const lineOf = (words: string) => page.split('\n').find((line) => line.includes(words)) ?? ''
  const number = (value: number) => value.toLocaleString('en')
  const told: [string, number[]][] = [
    ['| password of an account', [PASSWORD_LENGTH.least, PASSWORD_LENGTH.most]],
    ['| passphrase of a report link', [PASSPHRASE_LENGTH.least, PASSPHRASE_LENGTH.most]],
    ['| days of a report link', [SHARE_DAYS.least, SHARE_DAYS.most]],
    ['| a line of an answer', [LINE_LENGTH]],
    ['| a text as an answer', [LONGEST_TEXT]],
    ['| list of leads', [MOST_ROWS]],
    ['| commitments asked about', [MOST_COMMITMENTS, LONGEST_COMMITMENT]],
    ['| smallest group', [GROUP_SIZES[0] ?? 0, GROUP_SIZES.at(-1) ?? 0]],
  ]
  for (const [words, values] of told)
    expect([words, values.map(number).filter((value) => !lineOf(words).includes(value))]).toEqual([words, []])
})
