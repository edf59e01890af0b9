import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '#app/http/config.server.ts'

const dataDir = () => join(mkdtempSync(join(tmpdir(), 'plumbline-config-')), 'data')

test('every name at fault is listed at once', () => {
  const result = readConfig({ PLUMBLINE_PORT: 'eighty' })
  expect(result.ok).toBe(false)
  if (result.ok) return
  expect(result.errors).toHaveLength(3)
  expect(result.errors.join(' ')).toMatch(/PLUMBLINE_BASE_URL.*PLUMBLINE_DATA_DIR.*PLUMBLINE_PORT/)
})

test.each(['http://survey.example.org', 'https://example.org/app', 'ftp://example.org', 'survey'])(
  '%s is no base address',
  (url) => {
    expect(readConfig({ PLUMBLINE_BASE_URL: url, PLUMBLINE_DATA_DIR: dataDir() }).ok).toBe(false)
  },
)

test('the secret is made at the first start, kept after it, and readable by its owner only', () => {
  const folder = dataDir()
  const environment = { PLUMBLINE_BASE_URL: 'https://survey.example.org', PLUMBLINE_DATA_DIR: folder }
  const first = readConfig(environment)
  const second = readConfig(environment)
  if (!first.ok || !second.ok) throw new Error('the environment is complete')
  expect(first.config.secret).toMatch(/^[0-9a-f]{64}$/)
  expect(second.config.secret).toBe(first.config.secret)
  expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(first.config.secret)
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  expect(first.config.setupCode).not.toBe(second.config.setupCode)
})
