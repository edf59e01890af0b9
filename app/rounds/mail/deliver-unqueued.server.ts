import { setTimeout as sleep } from 'node:timers/promises'
import type { MailServer } from './mail-server.server.ts'

/** Milliseconds before the second and the third attempt. */
const PAUSES: readonly number[] = [15_000, 45_000]

/**
 * Hands a mail over at once, three times at most, and gives whether it may have arrived. For mails whose text is kept nowhere:
 * those of the queue are, and consultants can watch it.
 */
export async function deliverUnqueued(
  server: MailServer,
  mail: Parameters<MailServer['deliver']>[0],
  pauses = PAUSES,
): Promise<boolean> {
  for (const pause of [...pauses, null]) {
    const { kind } = await server.deliver(mail)
    if (kind === 'sent' || kind === 'uncertain') return true
    if (kind === 'refused' || pause === null) return false
    await sleep(pause, undefined, { ref: false })
  }
  return false
}
