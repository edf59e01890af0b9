import { acknowledgeAfterSync } from './acknowledge-after-sync.ts'
import { backupWhileWriting } from './backup-while-writing.ts'
import { clockJumps } from './clock-jumps.ts'
import { crashAtEveryWrite } from './crash-at-every-write.ts'
import { damagedDatabase } from './damaged-database.ts'
import { doubleSubmit } from './double-submit.ts'
import type { FaultCheck } from './fault.ts'
import { fullDisk } from './full-disk.ts'
import { heldDatabase } from './held-database.ts'
import { interruptedUpgrade } from './interrupted-upgrade.ts'
import { killWhileSaving } from './kill-while-saving.ts'
import { networkCut } from './network-cut.ts'
import { offlineTyping } from './offline-typing.ts'
import { secondServer } from './second-server.ts'
import { smallMemory } from './small-memory.ts'
import { stopUnderLoad } from './stop-under-load.ts'
import { syncFailure } from './sync-failure.ts'
import { twoProcesses } from './two-processes.ts'
import { twoTabs } from './two-tabs.ts'

/** All checks, in the order in which they run. */
export const FAULTS: readonly FaultCheck[] = [
  killWhileSaving,
  acknowledgeAfterSync,
  crashAtEveryWrite,
  syncFailure,
  stopUnderLoad,
  interruptedUpgrade,
  twoTabs,
  twoProcesses,
  doubleSubmit,
  networkCut,
  offlineTyping,
  fullDisk,
  clockJumps,
  heldDatabase,
  secondServer,
  damagedDatabase,
  backupWhileWriting,
  smallMemory,
]
