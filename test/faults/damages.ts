import {
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { openNative } from '#db/native.ts'

/** Something that can happen to a database between two starts. */
export interface Damage {
  name: string
  /** What the server must say, unless the damage did no harm. */
  says: RegExp
  inShort?: boolean
  inflict(path: string, another: string): void | Promise<void>
}

const DAMAGED = /damaged|cannot open|not an SQLite database/

export const DAMAGES: readonly Damage[] = [
  {
    name: 'header overwritten',
    says: DAMAGED,
    inflict: (path) => change(path, (bytes) => bytes.fill(0xff, 0, 600)),
  },
  {
    name: 'a page of zeros',
    says: DAMAGED,
    inShort: true,
    inflict: async (path) => {
      await foldIn(path)
      change(path, (bytes) => bytes.fill(0, 4096 * 5, 4096 * 6))
    },
  },
  {
    name: 'cut short',
    says: DAMAGED,
    inflict: async (path) => {
      await foldIn(path)
      truncateSync(path, Math.floor(statSync(path).size / 8192) * 4096)
    },
  },
  {
    name: '0 bytes',
    says: /is empty \(0 bytes\)/,
    inShort: true,
    inflict: (path) => writeFileSync(path, ''),
  },
  {
    name: 'other bytes',
    says: DAMAGED,
    inflict: (path) =>
      change(path, (bytes) => {
        for (const at of bytes.keys()) bytes.writeUInt8((at * 131) % 256, at)
      }),
  },
  {
    name: 'write-ahead file missing',
    says: /sqlite-wal is missing/,
    inShort: true,
    inflict: (path) => rmSync(`${path}-wal`),
  },
  {
    name: 'write-ahead file of another database',
    says: /damaged|refers to a row that is missing/,
    inShort: true,
    inflict: (path, another) => copyFileSync(`${another}-wal`, `${path}-wal`),
  },
  {
    name: 'a row that refers to nothing',
    says: /refers to a row that is missing/,
    inflict: (path) => run(path, 'pragma foreign_keys = off; delete from engagement'),
  },
  {
    name: 'of another program',
    says: /database of another program/,
    inflict: (path) => run(path, 'pragma application_id = 7'),
  },
  {
    name: 'newer schema',
    says: /has schema 9999, this version of Plumbline knows/,
    inflict: (path) => run(path, 'pragma user_version = 9999'),
  },
  {
    name: 'file missing, write-ahead file left',
    says: /database file is missing/,
    inShort: true,
    inflict: (path) => renameSync(path, `${path}.away`),
  },
]

function change(path: string, edit: (bytes: Buffer) => void): void {
  const bytes = readFileSync(path)
  edit(bytes)
  writeFileSync(path, bytes)
}

/** Moves all that stands in the write-ahead file into the database, so that damage to it cannot be covered by that. */
function foldIn(path: string): Promise<void> {
  return run(path, 'select 1')
}

async function run(path: string, sql: string): Promise<void> {
  const native = await openNative(path)
  native.exec(sql)
  native.exec('pragma wal_checkpoint(truncate)')
  native.close()
  for (const end of ['-wal', '-shm']) if (existsSync(path + end)) rmSync(path + end)
}
