import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DAMAGES, type Damage } from './damages.ts'
import type { FaultCheck } from './fault.ts'
import { saveLine } from './lead-browser.ts'
import { rowsOf } from './read-rows.ts'
import { databaseIn, inScratch } from './scratch.ts'
import { seedRounds } from './seeded-round.ts'
import { launchServer, startServer } from './server-process.ts'

const ANSWERS = 20

/** A server that was killed in mid-round, and then something happened to its file. */
export const damagedDatabase: FaultCheck = {
  name: 'damaged-database',
  promise: 'a damaged database is refused by name and left alone, never replaced by an empty one',
  run: (length) =>
    inScratch(async (scratch) => {
      const whole = join(scratch, 'whole')
      const another = join(scratch, 'another')
      await leaveMidRound(scratch, whole)
      await leaveMidRound(scratch, another)
      const rows = contentOf(whole)
      const faults: string[] = []
      const outcomes: { name: string; kind: Outcome['kind'] }[] = []
      const damages = length === 'long' ? DAMAGES : DAMAGES.filter(({ inShort }) => inShort)
      for (const damage of damages) {
        const outcome = await startOn({ scratch, whole, another, rows }, damage)
        outcomes.push({ name: damage.name, kind: outcome.kind })
        faults.push(...outcome.faults.map((fault) => `${damage.name}: ${fault}`))
      }
      const of = (kind: string) => outcomes.filter((outcome) => outcome.kind === kind)
      const names = of('harmless').map(({ name }) => name)
      const figures = `${damages.length} damages: ${of('refused').length} refused with file, check and advice, ${names.length} harmless (${names.join(', ') || 'none'}), ${of('wrong').length} neither`
      return { figures, faults }
    }),
}

/**
 * With answers in the write-ahead file, as after a power cut. A copy is used: this process made the database, and where a
 * connection of its own is let go of last, SQLite folds the write-ahead file in.
 */
async function leaveMidRound(scratch: string, target: string): Promise<void> {
  const dataDir = mkdtempSync(join(scratch, 'made-'))
  const { places } = (await seedRounds(dataDir, { leads: ANSWERS })).rounds.confidential
  const server = await startServer({ dataDir })
  for (const place of places)
    await saveLine(server.baseUrl, place, { itemId: 'priorities', text: 'Win the north', revision: 0 })
  await server.kill('SIGKILL')
  cpSync(dataDir, target, { recursive: true })
}

interface Bench {
  scratch: string
  whole: string
  another: string
  rows: string
}

interface Outcome {
  kind: 'refused' | 'harmless' | 'wrong'
  faults: string[]
}

async function startOn({ scratch, whole, another, rows }: Bench, damage: Damage): Promise<Outcome> {
  const dataDir = join(scratch, damage.name.replaceAll(/\W+/g, '-'))
  cpSync(whole, dataDir, { recursive: true })
  await damage.inflict(databaseIn(dataDir), databaseIn(another))
  const before = bytesIn(dataDir)
  const server = await launchServer({ dataDir })
  if ((await server.ready) !== null) {
    await server.kill('SIGTERM')
    const same = contentOf(dataDir) === rows
    if (same) return { kind: 'harmless', faults: [] }
    return { kind: 'wrong', faults: ['the server started, and the answers are not those that were saved'] }
  }
  const faults: string[] = []
  const { code } = await server.ended
  if (code !== 1) faults.push(`ended with ${code}`)
  const said = server.output()
  for (const wanted of [databaseIn(dataDir), damage.says, /restore the|newer version|configuration/i])
    if (!(typeof wanted === 'string' ? said.includes(wanted) : wanted.test(said)))
      faults.push(`said ${said.trim()}, and not ${wanted}`)
  if (bytesIn(dataDir) !== before) faults.push('the file was changed')
  return { kind: faults.length > 0 ? 'wrong' : 'refused', faults }
}

/** The database and what stands in its write-ahead file, which looking may make, empty. */
function bytesIn(dataDir: string): string {
  const names = readdirSync(dataDir).filter((name) => /sqlite(-wal)?$/.test(name))
  const files = names.map((name) => [name, readFileSync(join(dataDir, name), 'latin1')] as const)
  return JSON.stringify(files.filter(([, bytes]) => bytes.length > 0))
}

function contentOf(dataDir: string): string {
  const sql = 'select participation_id, item_id, answer, revision from draft order by 1, 2'
  return JSON.stringify(rowsOf(dataDir, sql))
}
