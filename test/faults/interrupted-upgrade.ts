import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { latestVersion, MIGRATIONS } from '#db/migrate.ts'
import { openNative } from '#db/native.ts'
import { openDatabase } from '#db/open-database.ts'
import { crashAtEveryWrite, pointsInWords } from './crash-points.ts'
import type { FaultCheck, FaultResult, Length } from './fault.ts'
import { readOldDatabase, seedOldDatabase } from './old-database.ts'
import { copyOf, databaseIn, inScratch } from './scratch.ts'
import { launchServer } from './server-process.ts'

const LATEST = latestVersion(MIGRATIONS)
const BACKUP = `plumbline.sqlite.before-${LATEST}.bak`
const FILES = [
  'plumbline.sqlite',
  'plumbline.sqlite-wal',
  'plumbline.sqlite-shm',
  `${BACKUP}.partial`,
  BACKUP,
]

export const interruptedUpgrade: FaultCheck = {
  name: 'interrupted-upgrade',
  promise: 'an upgrade that is cut off leaves one schema or the next, and all data; an older program refuses',
  tools: ['strace'],
  run: (length) => inScratch((folder) => interruptUpgrade(folder, length)),
}

async function interruptUpgrade(folder: string, length: Length): Promise<FaultResult> {
  const base = join(folder, 'base')
  await seedOldDatabase(base)
  const { rows } = await readOldDatabase(databaseIn(copyOf(base, join(folder, 'left'))))
  const schemas = await schemasByVersion(folder)
  const met = new Set<number>()
  const judge = async (left: string) => {
    const found = await readOldDatabase(databaseIn(left))
    met.add(found.version)
    const wrong: [boolean, string][] = [
      [found.integrity !== 'ok', `integrity_check: ${found.integrity}`],
      [found.schema !== schemas.get(found.version), `schema ${found.version} is not what it should be`],
      [
        found.records !== found.version,
        `schema ${found.version} with ${found.records} records of migrations`,
      ],
      [found.rows !== rows, 'the data is not what it was'],
    ]
    return [
      ...wrong.filter(([is]) => is).map(([, words]) => words),
      ...(await backupFaults(left, found.version, rows)),
      ...(await secondStartFaults(left, rows)),
    ]
  }
  const crashes = await crashAtEveryWrite(folder, { base, steps: [], files: FILES, judge }, length)
  const refusal = await newerSchemaFaults(folder, base)
  return {
    figures: `schema 1 to ${LATEST} with data, ${pointsInWords(crashes)}, met ${met.size} versions, ${crashes.faults.length} between two schemas or lost, newer schema ${refusal.length === 0 ? 'refused' : 'not refused'}`,
    faults: [...crashes.faults, ...refusal],
  }
}

async function schemasByVersion(folder: string): Promise<Map<number, string>> {
  const schemas = new Map<number, string>()
  for (const { version } of MIGRATIONS) {
    const file = join(folder, `schema-${version}.sqlite`)
    await (await openDatabase(file, { migrations: MIGRATIONS.slice(0, version) })).destroy()
    schemas.set(version, (await readOldDatabase(file)).schema)
  }
  return schemas
}

/** The copy from before is made before anything is changed, and stays as it was. */
async function backupFaults(left: string, version: number, rows: string): Promise<string[]> {
  const file = join(left, BACKUP)
  if (!existsSync(file)) return version > 1 ? ['there is no copy from before the upgrade'] : []
  const copy = await readOldDatabase(file)
  return copy.version === 1 && copy.rows === rows && copy.integrity === 'ok'
    ? []
    : ['the copy from before is not whole']
}

async function secondStartFaults(left: string, rows: string): Promise<string[]> {
  try {
    await (await openDatabase(databaseIn(left))).destroy()
  } catch (error) {
    return [`the next start fails: ${(error as Error).message}`]
  }
  const after = await readOldDatabase(databaseIn(left))
  return after.version === LATEST && after.rows === rows
    ? []
    : [`the next start ends at schema ${after.version}`]
}

/** The built server meets a database from the version after it. */
async function newerSchemaFaults(folder: string, base: string): Promise<string[]> {
  const dataDir = copyOf(base, join(folder, 'newer'))
  const native = await openNative(databaseIn(dataDir))
  native.exec(`pragma user_version = ${LATEST + 1}; pragma wal_checkpoint(truncate)`)
  native.close()
  const before = readFileSync(databaseIn(dataDir))
  const server = await launchServer({ dataDir })
  if ((await server.ready) !== null) {
    await server.kill('SIGTERM')
    return ['an older program opened a newer database']
  }
  const { code } = await server.ended
  const named = server.output().includes(`schema ${LATEST + 1}`)
  const same = readFileSync(databaseIn(dataDir)).equals(before)
  return code === 1 && named && same
    ? []
    : [
        `an older program ended with code ${code}, ${named ? '' : 'without naming the schema, '}${same ? '' : 'and changed the file'}`,
      ]
}
