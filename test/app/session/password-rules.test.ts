import { expect, test } from 'vitest'
import { passwordFault } from '#app/session/password-rules.ts'

const OWN_WORDS = Object.freeze(['Ada Moore', 'ada.moore@example.com'])

test.each([
  'correct horse battery staple',
  'Tr0ub4dor&3-and-more',
  'żółty rower na moście',
  'f7#Kq9!vLm2$',
  '🐝🐝 hums over 3 roofs 🐝',
  `aaabcdXYZ${'q'.repeat(100)}`,
])('a long password of any characters is welcome: %s', (password) => {
  expect(passwordFault(password, OWN_WORDS)).toBeNull()
})

test('a password is counted in characters, not in bytes: eleven are too few, twelve enough', () => {
  expect(passwordFault('żółty-most1', [])).toBe('A password needs at least 12 characters; this one has 11.')
  expect(passwordFault('żółty-most12', [])).toBeNull()
})

test('128 characters are allowed, 129 are not', () => {
  const long = 'kestrel over the moor '.repeat(6)
  expect(passwordFault(long.slice(0, 128), [])).toBeNull()
  expect(passwordFault(long.slice(0, 129), [])).toBe('A password may have up to 128 characters.')
})

test.each([
  'password1234',
  'Password-2024!',
  'passwordpassword',
  'qwertyuiop123456',
  '123456789012',
  'Welcome.Welcome1',
  'letmein-letmein-2025',
  'aaaaaaaaaaaaaaaa',
  'abababababab',
  'Plumbline-2025!!',
  'Marlboro-1234!!',
  '77-brooklyn-77',
  'AdaMoore20241234',
  'ada.moore@example.com',
])('made of well-known words, or of the own name, it is refused: %s', (password) => {
  expect(passwordFault(password, OWN_WORDS)).toContain('among the first that are guessed')
})
