import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ROOT } from './fresh-build.ts'

const LONG = '100000'

/** `npm run test:fuzz [-- REQUESTS]`: random requests to every route, a hundred thousand if no number is given. */
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const [requests = LONG] = process.argv.slice(2)
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'unit', 'test/app/edge/fuzz.test.ts'],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, FUZZ_REQUESTS: requests } },
)
process.exitCode = status ?? 1
