import type { DatabaseSync } from '@photostructure/sqlite'

export type NativeDatabase = InstanceType<typeof DatabaseSync>
export type NativeStatement = ReturnType<NativeDatabase['prepare']>

/** SQLite before this version can damage a database while its write-ahead file starts over. */
export const OLDEST_LIBRARY = '3.51.3'

export const BUSY_TIMEOUT_MS = 50

/** Opens a connection without looking at what is in the file. */
export async function openNative(
  path: string,
  options: { readOnly?: boolean } = {},
): Promise<NativeDatabase> {
  const { DatabaseSync: Database } = builtInLibrary() ?? (await import('@photostructure/sqlite'))
  return new Database(path, { ...options, timeout: BUSY_TIMEOUT_MS })
}

/** Node's own SQLite where it is out of its experimental stage and new enough; the package is the same API. */
function builtInLibrary(): { DatabaseSync: typeof DatabaseSync } | undefined {
  const nodeMajor = Number.parseInt(process.versions.node, 10)
  if (nodeMajor < 24 || !isAtLeast(process.versions.sqlite ?? '0', OLDEST_LIBRARY)) return undefined
  return process.getBuiltinModule('node:sqlite') as { DatabaseSync: typeof DatabaseSync } | undefined
}

/** Compares two versions of the form 3.51.3. */
export function isAtLeast(version: string, floor: string): boolean {
  const [found, wanted] = [version, floor].map((text) => text.split('.').map(Number))
  for (const [index, part] of (wanted ?? []).entries()) {
    const difference = (found?.[index] ?? 0) - part
    if (difference !== 0) return difference > 0
  }
  return true
}

/** The first column of the first row. */
export function readValue(native: NativeDatabase, sql: string): unknown {
  const row = native.prepare(sql).get() as Record<string, unknown> | undefined
  return row && Object.values(row)[0]
}
