import { expect, test } from 'vitest'
import { hashToken, linkToken, newToken } from '#app/http/tokens.server.ts'

test('a token is 32 characters of Crockford base 32 and never repeats', () => {
  const tokens = Array.from({ length: 5000 }, newToken)
  expect(new Set(tokens).size).toBe(5000)
  for (const token of tokens) expect(token).toMatch(/^[0-9A-HJKMNP-TV-Z]{32}$/)
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
