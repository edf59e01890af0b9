import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { getCiphers } from 'node:tls'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const operations = read('docs/operations.md')

test('the suites that the proxy is given exist, keep no secret of a session for later, and begin with the strongest', () => {
  const suites = /ssl_ciphers ([\w:-]+);/.exec(operations)?.[1]?.split(':') ?? []
  expect(suites.length).toBeGreaterThan(3)
  const known = getCiphers()
  expect(suites.filter((suite) => !known.includes(suite.toLowerCase()))).toEqual([])
  expect(suites.filter((suite) => !/^ECDHE-.*(GCM|CHACHA20-POLY1305)/.test(suite))).toEqual([])
  const strength = (suite: string) => (/AES256|CHACHA20/.test(suite) ? 256 : 128)
  expect(suites).toEqual(suites.toSorted((a, b) => strength(b) - strength(a)))
  expect(operations).toContain('ssl_prefer_server_ciphers on;')
  expect(operations).toContain('ssl_protocols TLSv1.2 TLSv1.3;')
})

test('every event of the locks that the log can tell stands in the operator’s list', () => {
  const source = read('app/http/log.server.ts')
  const union = /export type SecurityEvent =([\s\S]*?)\n\n/.exec(source)?.[1] ?? ''
  const events = Array.from(union.matchAll(/'([a-z-]+)'/g), ([, event = '']) => event)
  expect(events.length).toBeGreaterThan(10)
  expect(events.filter((event) => !operations.includes(`| \`${event}\``))).toEqual([])
})

test('every command of the operator is described', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const own = Object.keys(scripts).filter((name) => /^node scripts\/(?!start)/.test(scripts[name] ?? ''))
  expect(own.toSorted()).toEqual(['backup', 'reset-password', 'restore'])
  for (const name of own) expect(operations).toMatch(new RegExp(`npm run (--silent )?${name} --`))
})

test('every package that is installed is locked with its checksum and comes from the registry', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { integrity?: string; resolved?: string; link?: boolean }>
  }
  const foreign = Object.entries(packages).filter(
    ([path, { integrity, resolved = 'https://registry.npmjs.org/', link }]) =>
      path !== '' &&
      (link || !integrity?.startsWith('sha512-') || !resolved.startsWith('https://registry.npmjs.org/')),
  )
  expect(foreign).toEqual([])
  expect(Object.keys(packages).length).toBeGreaterThan(100)
})
