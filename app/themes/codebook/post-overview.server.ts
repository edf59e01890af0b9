import type { Kysely } from 'kysely'
import { normaliseLabel } from '#app/http/normalise-text.ts'
import type { Database } from '#db/schema.ts'
import type { ProposerConfig } from '../proposer.server.ts'
import { readRound } from '../read-round.server.ts'
import { type LockResult, lockCodebook, openCodebook } from './lock-codebook.server.ts'

/** The buttons of the overview: `lock` (with `asItStands`), `reopen` (with `reason`), `read` where no line was read yet. */
export async function postOverview(
  db: Kysely<Database>,
  locking: { roundId: string; coder: string; today: string },
  form: FormData,
  config: ProposerConfig,
): Promise<LockResult> {
  const intent = form.get('intent')
  if (intent === 'lock') return lockCodebook(db, { ...locking, asItStands: form.get('asItStands') === 'yes' })
  if (intent === 'reopen')
    return openCodebook(db, { ...locking, reason: normaliseLabel(String(form.get('reason') ?? '')) })
  if (intent === 'read') {
    await readRound(db, locking.roundId, config)
    return { ok: true }
  }
  return { ok: false, error: 'Choose what to do with the codebook.' }
}
