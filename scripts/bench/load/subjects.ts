import { fork } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import type { Agent } from 'node:http'
import { join } from 'node:path'
import type { Place } from '#test/faults/seeded-round.ts'
import { startServer } from '#test/faults/server-process.ts'
import { ask } from './requests.ts'
import { Savers } from './savers.ts'

/** A server under load, with the people who save on it. */
export interface Subject {
  name: 'ours' | 'bare'
  baseUrl: string
  pid: number
  dataDir: string
  savers: Savers
  stop(): Promise<unknown>
}

/** The built server, as `npm start` runs it, on a data folder with a round that is open. */
export async function ours(dataDir: string, places: readonly Place[], agent: Agent): Promise<Subject> {
  const server = await startServer({ dataDir })
  const { baseUrl, pid } = server
  const stop = () => server.kill('SIGTERM')
  return { name: 'ours', baseUrl, pid, dataDir, savers: new Savers(baseUrl, agent, places), stop }
}

/** The bare fixture, with a page as long as ours. */
export async function bare(
  folder: string,
  beside: Subject,
  places: readonly Place[],
  agent: Agent,
): Promise<Subject> {
  const dataDir = join(folder, 'bare')
  mkdirSync(dataDir)
  const headers = { cookie: places[0]?.cookie, accept: 'text/html' }
  const page = await ask(`${beside.baseUrl}/answer/this-quarter`, { headers })
  if (page.status !== 200) throw new Error(`The page of the questionnaire answered ${page.status}.`)
  const child = fork(
    join(import.meta.dirname, 'bare-save-server.ts'),
    [dataDir, String(Buffer.byteLength(page.text))],
    { execArgv: ['--import', 'tsx'] },
  )
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', ({ port }: { port: number }) => resolve(port))
    child.once('exit', (code) => reject(new Error(`The bare server ended with ${code}.`)))
  })
  const baseUrl = `http://127.0.0.1:${port}`
  const named = places.map(({ participationId }) => ({ participationId, cookie: `place=${participationId}` }))
  const savers = new Savers(baseUrl, agent, named)
  return { name: 'bare', baseUrl, pid: child.pid ?? 0, dataDir, savers, stop: async () => child.kill() }
}
