import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from '#scripts/fresh-build.ts'
import type { FaultCheck } from './fault.ts'
import { saveLine } from './lead-browser.ts'
import { quantile } from './quantile.ts'
import { integrityOf, rowsOf } from './read-rows.ts'
import { inScratch } from './scratch.ts'
import { type Place, seedRounds } from './seeded-round.ts'
import { startServer } from './server-process.ts'

/** Saves a second that are asked for. */
const PACE = 200
/** So many leads that none of them saves more often than the server lets a page save. */
const LEADS = 240

/** `npm run backup` beside a server that is written to all the time, and `npm run restore` of each copy. */
export const backupWhileWriting: FaultCheck = {
  name: 'backup-while-writing',
  promise: 'a backup made under load is whole, and restoring it gives back what was saved by then',
  run: (length) =>
    inScratch(async (scratch) => {
      const wanted = length === 'long' ? 50 : 2
      const dataDir = join(scratch, 'data')
      const { places } = (await seedRounds(dataDir, { leads: LEADS })).rounds.confidential
      const server = await startServer({ dataDir })
      const writing = startWriting(server.baseUrl, places)
      const backups: Backup[] = []
      try {
        await sleep(1000)
        for (let number = 0; number < wanted; number += 1)
          backups.push(await backUp(dataDir, join(scratch, `${number}.sqlite`), writing))
      } finally {
        await writing.stop()
        await server.kill('SIGTERM')
      }
      const faults = [...writing.faults, ...backups.flatMap(({ faults }) => faults)]
      for (const backup of backups) faults.push(...(await restoreAndCompare(scratch, backup, writing)))
      faults.push(...(await startRestored(scratch, backups.at(-1))))
      const took = backups.map(({ ms }) => ms)
      const figures = `${backups.length} of ${wanted} backups restored with checks and row digests, ${faults.length} faults, while ${Math.round(writing.pace())} saves a second ran (${writing.sent.size} rows at the end, longest save ${quantile(writing.took, 1)} ms, p99 ${quantile(writing.took, 0.99)} ms); a backup took at most ${Math.round(Math.max(...took))} ms`
      return { figures, faults }
    }),
}

interface Writing {
  /** By place: the text that was sent with each revision; the last one may not be acknowledged yet. */
  sent: Map<string, string[]>
  acknowledged: Map<string, number>
  took: number[]
  faults: string[]
  pace(): number
  stop(): Promise<void>
}

/** Leads save in turn, each what comes after what they saved before. */
function startWriting(baseUrl: string, places: readonly Place[]): Writing {
  const started = performance.now()
  const sent = new Map(places.map(({ participationId }) => [participationId, [''] as string[]]))
  const acknowledged = new Map(places.map(({ participationId }) => [participationId, 0]))
  const [took, faults]: [number[], string[]] = [[], []]
  let stopped = false
  let ended = Number.NaN
  const write = async (place: Place) => {
    const revision = acknowledged.get(place.participationId) ?? 0
    const words = `Save ${revision + 1} of ${place.participationId}`
    sent.get(place.participationId)?.push(words)
    const began = performance.now()
    const change = { itemId: 'priorities' as const, text: words, revision }
    let outcome = await saveLine(baseUrl, place, change)
    // A connection that was kept may be closed just as it is used: the page's script tries again then, too.
    if (outcome.kind === 'no-reply') outcome = await saveLine(baseUrl, place, change)
    took.push(performance.now() - began)
    if (outcome.kind === 'acknowledged') acknowledged.set(place.participationId, outcome.done)
    else faults.push(`a save ended with ${JSON.stringify(outcome).slice(0, 200)}`)
  }
  const lanes = Array.from({ length: 8 }, async (_, lane) => {
    for (let turn = lane; !stopped; turn += 8) {
      const place = places[turn % places.length]
      if (place) await write(place)
      const ahead = (turn * 1000) / PACE - (performance.now() - started)
      if (ahead > 0) await sleep(ahead)
    }
  })
  return {
    sent,
    acknowledged,
    took,
    faults,
    pace: () => (took.length * 1000) / ((Number.isNaN(ended) ? performance.now() : ended) - started),
    stop: async () => {
      stopped = true
      await Promise.all(lanes)
      ended = performance.now()
    },
  }
}

interface Backup {
  file: string
  ms: number
  /** Revisions that were acknowledged before it began, and those that had been sent when it was done. */
  before: Map<string, number>
  after: Map<string, number>
  faults: string[]
}

async function backUp(dataDir: string, file: string, writing: Writing): Promise<Backup> {
  const before = new Map(writing.acknowledged)
  const started = performance.now()
  const { code, words } = await run('backup.mjs', [file], dataDir)
  const ms = performance.now() - started
  const after = new Map([...writing.sent].map(([id, texts]) => [id, texts.length - 1]))
  const faults = code === 0 && words.includes('checked') ? [] : [`a backup ended with ${code}: ${words}`]
  return { file, ms, before, after, faults }
}

/** Each row is one that was sent, in the version that its revision says, and not older than the backup. */
async function restoreAndCompare(
  scratch: string,
  { file, before, after }: Backup,
  writing: Writing,
): Promise<string[]> {
  const dataDir = join(scratch, 'restored')
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir)
  const { code, words } = await run('restore.mjs', [file], dataDir)
  if (code !== 0) return [`restoring ${file} ended with ${code}: ${words}`]
  const faults: string[] = []
  const integrity = integrityOf(dataDir)
  if (integrity !== 'ok') faults.push(`${file}: integrity_check ${integrity}`)
  const sql = 'select participation_id as id, answer, revision from draft'
  const rows = rowsOf<{ id: string; answer: string; revision: number }>(dataDir, sql)
  const found = new Map(rows.map((row) => [row.id, row]))
  for (const [id, least] of before) {
    const { answer = '', revision = 0 } = found.get(id) ?? {}
    if (revision < least || revision > (after.get(id) ?? 0))
      faults.push(`${file}: revision ${revision} of ${id} is not one of ${least} to ${after.get(id)}`)
    else if (revision > 0 && !answer.includes(`"${writing.sent.get(id)?.[revision]}"`))
      faults.push(`${file}: ${id} holds ${answer} at revision ${revision}`)
  }
  return faults
}

/** The last one is left where it was restored. */
async function startRestored(scratch: string, last: Backup | undefined): Promise<string[]> {
  if (!last) return ['no backup was made']
  const server = await startServer({ dataDir: join(scratch, 'restored') })
  const health = await fetch(`${server.baseUrl}/healthz`)
  const { code } = await server.kill('SIGTERM')
  return health.status === 200 && code === 0
    ? []
    : [`a restored server answered ${health.status}, ended ${code}`]
}

async function run(
  script: string,
  args: string[],
  dataDir: string,
): Promise<{ code: number; words: string }> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', script), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PLUMBLINE_DATA_DIR: dataDir },
  })
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)))
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, words: out + error }
}
