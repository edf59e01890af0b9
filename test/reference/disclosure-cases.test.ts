import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type DisclosureCase, JUDGES } from './judge-disclosure.ts'

const FILE = join(process.env.PLUMBLINE_REFERENCE ?? '', 'disclosure-cases.json')

function readCases(): DisclosureCase[] {
  if (!existsSync(FILE))
    throw new Error(`PLUMBLINE_REFERENCE must name the folder of the reference values; no ${FILE}`)
  return JSON.parse(readFileSync(FILE, 'utf8')).cases
}

const cases = readCases()
let passed = 0

afterAll(() => process.stdout.write(`${passed} passed, ${cases.length - passed} failed\n`))

test.each(cases)(
  '$id: $what',
  async (one) => {
    const shown = await JUDGES[one.id.charAt(0)]?.(one)
    expect(shown).toEqual(one.may_show)
    passed += 1
  },
  300_000,
)

test('there are as many cases as were handed over', () => {
  expect(cases).toHaveLength(85)
})
