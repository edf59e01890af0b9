import { expect, test } from 'vitest'
import { hashCode, hashToken, linkToken, newToken, shortCode } from '#app/http/tokens.server.ts'

test('a token is 32 characters of Crockford base 32 and never repeats', () => {
  const tokens = Array.from({ length: 5000 }, newToken)
  expect(new Set(tokens).size).toBe(5000)
  for (const token of tokens) expect(token).toMatch(/^[0-9A-HJKMNP-TV-Z]{32}$/)
})

test('100,000 tokens: none comes twice, and each of the 32 characters is as frequent as the others', () => {
  const tokens = Array.from({ length: 100_000 }, newToken)
  const counts = new Map<string, number>()
  for (const character of tokens.join('')) counts.set(character, (counts.get(character) ?? 0) + 1)
  const expected = (100_000 * 32) / 32
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  console.log(
    `100,000 tokens: chi-square ${chiSquare.toFixed(1)}, ${100_000 - new Set(tokens).size} duplicates`,
  )
  expect([new Set(tokens).size, counts.size]).toEqual([100_000, 32])
  // Chance alone goes beyond this once in a thousand million runs (31 degrees of freedom).
  expect(chiSquare).toBeLessThan(106)
})

test('a link token can be made again from the secret, and changes with kind, person, version and secret', () => {
  const made = linkToken('secret', 'p', 'participation', 1)
  expect(linkToken('secret', 'p', 'participation', 1)).toBe(made)
  const others = [
    linkToken('secret', 'r', 'participation', 1),
    linkToken('secret', 'p', 'another', 1),
    linkToken('secret', 'p', 'participation', 2),
    linkToken('other secret', 'p', 'participation', 1),
  ]
  expect(new Set([made, ...others]).size).toBe(5)
  expect(made).toMatch(/^p[0-9A-HJKMNP-TV-Z]{32}$/)
})

test('what is kept of a token is its SHA-256', () => {
  // FIPS 180-2, the example "abc".
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('a short code is ten characters, and dies with its link: the next version has another', () => {
  const made = shortCode('secret', 'participation', 1)
  expect(made).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
  expect(shortCode('secret', 'participation', 1)).toBe(made)
  const others = [
    shortCode('secret', 'another', 1),
    shortCode('secret', 'participation', 2),
    shortCode('other secret', 'participation', 1),
  ]
  expect(new Set([made, ...others]).size).toBe(4)
})

test('10,000 short codes use each of their 32 characters as often as the others', () => {
  const counts = new Map<string, number>()
  for (let index = 0; index < 10_000; index++)
    for (const character of shortCode('secret', `place ${index}`, 1))
      counts.set(character, (counts.get(character) ?? 0) + 1)
  const expected = 100_000 / 32
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  // The 99.9 % point of chi-square with 31 degrees of freedom.
  expect(chiSquare).toBeLessThan(61.1)
  expect(counts.size).toBe(32)
})

test('what is kept of a short code cannot be made without the secret', () => {
  expect(hashCode('secret', 'ABCDE')).not.toBe(hashCode('other secret', 'ABCDE'))
  expect(hashCode('secret', 'ABCDE')).not.toBe(hashToken('ABCDE'))
})
