import type { Run } from '../run.ts'
import { judgeBodies } from './bodies.ts'
import { judgeImports } from './imports.ts'
import { judgeScripts } from './scripts.ts'

/** What is limited, whatever a corpus holds. */
export async function judgeLimits(run: Run): Promise<void> {
  await judgeBodies(run)
  await judgeImports(run)
  await judgeScripts(run)
}
