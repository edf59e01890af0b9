import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ROOT } from '#scripts/fresh-build.ts'
import type { Counted } from './count-in-child.ts'
import type { FaultCheck } from './fault.ts'
import { rowOf } from './read-rows.ts'
import { databaseIn, inScratch } from './scratch.ts'
import { seedRounds } from './seeded-round.ts'

/** The server refuses to share its file; that writing would be safe all the same is shown without it. */
export const twoProcesses: FaultCheck = {
  name: 'two-processes',
  promise: 'what one process read, no other changes before it has written',
  run: (length) =>
    inScratch(async (dataDir) => {
      const times = length === 'long' ? 5000 : 200
      const [place] = (await seedRounds(dataDir, { leads: 1 })).rounds.confidential.places
      const id = place?.participationId ?? ''
      const counted = await Promise.all([1, 2].map(() => countInChild(databaseIn(dataDir), id, times)))
      const stored = rowOf<{ answer: string; revision: number }>(
        dataDir,
        'select answer, revision from draft where participation_id = ?',
        id,
      )
      const reached =
        (JSON.parse(stored?.answer ?? '{}') as { value?: { number: number } }).value?.number ?? 0
      const acknowledged = counted.reduce((sum, one) => sum + one.acknowledged, 0)
      const waits = counted.reduce((sum, one) => sum + one.askedToWait, 0)
      const faults = counted.flatMap((one) => one.faults)
      for (const found of [reached, stored?.revision])
        if (found !== 2 * times)
          faults.push(`${2 * times} were to be counted, ${found} stand in the database`)
      const figures = `${acknowledged} read-then-write transactions of two processes, ${acknowledged - reached} overwritten, ${waits} asked to try again, ${faults.length} faults`
      return { figures, faults }
    }),
}

async function countInChild(path: string, participationId: string, times: number): Promise<Counted> {
  const script = join(ROOT, 'test', 'faults', 'count-in-child.ts')
  const args = ['--import', 'tsx', script, path, participationId, String(times)]
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  return JSON.parse(await text(child.stdout)) as Counted
}
