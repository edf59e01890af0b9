import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import inWords from '#app/scoring/in-words.json' with { type: 'json' }

const README = readFileSync(new URL('../../../app/scoring/README.md', import.meta.url), 'utf8')

test('the README explains each measure in the words that the report prints', () => {
  for (const [name, words] of inWords.measures) expect(README).toContain(`| ${name} | ${words} |`)
})

test('every figure that is explained has a formula; bands are the limits themselves', () => {
  const formulas = inWords.formulas.map(([name]) => name)
  const explained = inWords.measures.map(([name]) => name).filter((name) => name !== 'Bands')
  expect(formulas).toEqual(expect.arrayContaining(explained))
  expect(new Set(formulas).size).toBe(formulas.length)
})
