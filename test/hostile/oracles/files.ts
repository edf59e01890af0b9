import type { Run } from '../run.ts'
import { keepFile } from './libre-office.ts'
import { readCsvFile, readWorkbook, type SeenSheet } from './sheets.ts'

/** A table that the consultant downloads, read by the rule of the bytes and kept for LibreOffice; null where there is none. */
export async function restoredCells(run: Run, path: string, name: string): Promise<SeenSheet | null> {
  const reply = await run.world.consultant.get(path)
  if (reply.status !== 200) return null
  const kept = `${run.files.length}-${name}`
  run.files.push(keepFile(run.world.folder, kept, reply.bytes))
  // The decoder would take the byte order mark away, and it is to be there.
  const text = Buffer.from(reply.bytes).toString('utf8')
  return name.endsWith('.csv') ? readCsvFile(name, text) : readWorkbook(name, reply.bytes)
}
