import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findChromium } from './find-chromium.ts'
import { freshBuild, ROOT } from './fresh-build.ts'

/** `npm test`: everything, on a build that matches the sources, in a browser that is really there. */
async function main(): Promise<number> {
  const browser = await findChromium()
  freshBuild()
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const projects = ['--project', 'unit', '--project', 'e2e']
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...projects, ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: browser },
  })
  return status ?? 1
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
