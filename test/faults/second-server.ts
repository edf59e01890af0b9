import type { FaultCheck } from './fault.ts'
import { saveLine } from './lead-browser.ts'
import { integrityOf } from './read-rows.ts'
import { inScratch } from './scratch.ts'
import { seedRounds } from './seeded-round.ts'
import { launchServer, startServer } from './server-process.ts'

const WITHIN_MS = 2000

export const secondServer: FaultCheck = {
  name: 'second-server',
  promise: 'a second server on the same database is refused, and the first does not notice',
  run: (length) =>
    inScratch(async (dataDir) => {
      const times = length === 'long' ? 20 : 2
      const [place] = (await seedRounds(dataDir, { leads: 1 })).rounds.confidential.places
      const first = await startServer({ dataDir })
      const faults: string[] = []
      const took: number[] = []
      try {
        for (let revision = 0; revision < times; revision += 1) {
          const started = performance.now()
          const second = await launchServer({ dataDir })
          const { code } = await second.ended
          took.push(performance.now() - started)
          if (code !== 1) faults.push(`the second server ended with ${code}`)
          if (!/Another Plumbline process has this database open\. Stop that process/.test(second.output()))
            faults.push(`the second server said: ${second.output()}`)
          const text = `After attempt ${revision}`
          const saved = place && (await saveLine(first.baseUrl, place, { itemId: 'stops', text, revision }))
          if (saved?.kind !== 'acknowledged')
            faults.push(`the first server answered ${JSON.stringify(saved)}`)
        }
      } finally {
        await first.kill('SIGTERM')
      }
      const integrity = integrityOf(dataDir)
      if (integrity !== 'ok') faults.push(`integrity_check: ${integrity}`)
      faults.push(...(await inProc()))
      const slow = took.filter((ms) => ms > WITHIN_MS).length
      const figures = `${times} of ${times} refused, after at most ${Math.round(Math.max(...took))} ms (${slow} over ${WITHIN_MS}), ${faults.length} faults; a folder that cannot be made is refused`
      return { figures: faults.length > 0 ? `${times} tried` : figures, faults }
    }),
}

/** A file system that takes no folders once made the start hang. */
async function inProc(): Promise<string[]> {
  if (process.platform !== 'linux') return []
  const server = await launchServer({ dataDir: '/proc/plumbline/data' })
  const late = setTimeout(() => server.kill('SIGKILL'), 120_000)
  const { code } = await server.ended
  clearTimeout(late)
  const plain = code === 1 && server.output().includes('The folder /proc/plumbline cannot be made')
  return plain ? [] : [`a folder under /proc: ended with ${code} and said ${server.output()}`]
}
