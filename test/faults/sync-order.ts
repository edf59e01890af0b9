export interface SyncOrder {
  acknowledgements: number
  /** Of them those that left while something written to the database's files was not on the disk. */
  early: number
  syncs: number
}

const PID = /^(\d+) +/
const WRITE = /^pwrite64\(\d+<([^>]*\.sqlite(?:-wal)?)>/
const SYNC = /^f(?:data)?sync\(\d+<([^>]*\.sqlite(?:-wal)?)>(?:\) += (-?\d+)| <unfinished)/
const SYNC_DONE = /^<\.\.\. f(?:data)?sync resumed>\) += (-?\d+)/
const ACKNOWLEDGEMENT = /^(?:write|writev|sendto|sendmsg)\(\d+<(?:socket|TCP).*"HTTP\/1\.1 (?:200|303) /

/**
 * Reads a trace of the system calls of a server that was only asked to save and to hand in. After a power cut the disk
 * holds what was synced, so nobody may be told "saved" while a write has not been.
 */
export function syncOrderOf(lines: readonly string[]): SyncOrder {
  const order: SyncOrder = { acknowledgements: 0, early: 0, syncs: 0 }
  const unsynced = new Set<string>()
  const syncing = new Map<string, string>()
  const end = (path: string | undefined, result: string | undefined) => {
    if (path === undefined || result !== '0') return
    order.syncs++
    unsynced.delete(path)
  }
  for (const line of lines) {
    const pid = PID.exec(line)?.[1] ?? ''
    const call = line.replace(PID, '')
    const written = WRITE.exec(call)?.[1]
    const sync = SYNC.exec(call)
    const done = SYNC_DONE.exec(call)
    if (written) unsynced.add(written)
    else if (sync?.[2] !== undefined) end(sync[1], sync[2])
    else if (sync) syncing.set(pid, sync[1] ?? '')
    else if (done) end(syncing.get(pid), done[1])
    else if (ACKNOWLEDGEMENT.test(call)) {
      order.acknowledgements++
      if (unsynced.size > 0) order.early++
    }
  }
  return order
}
