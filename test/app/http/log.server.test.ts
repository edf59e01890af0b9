import { expect, test } from 'vitest'
import { maskPath } from '#app/http/log.server.ts'

const TOKEN = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

test.each([
  `/p/p${TOKEN}`,
  `/r/r${TOKEN}`,
  `/g/g${TOKEN}`,
  `/join/${TOKEN}`,
  `/reset/${TOKEN}`,
  `/JOIN/${TOKEN}`,
  `//join//${TOKEN}/`,
])('the log says of %s where it leads and not by which token', (path) => {
  expect(maskPath(path)).not.toContain(TOKEN)
  expect(maskPath(path)).toMatch(/^\/(p|r|g|join|reset)\//i)
})

test('other paths stand as they are', () => {
  for (const path of ['/report', '/people', '/rounds/3f1c', '/rounds/3f1c/report', '/'])
    expect(maskPath(path)).toBe(path)
})
