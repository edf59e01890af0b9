import { createHash } from 'node:crypto'
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Engagement } from '#app/rounds/engagement.ts'
import type { Round } from '#app/rounds/round.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { type ParcelRow, readParcelRows } from '#db/parcels.ts'
import { listRounds } from '#db/rounds.ts'
import type { Db } from '#db/schema.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import { PARCEL_FORMAT } from './parcel-format.ts'

/** An engagement as one file: a list a noun as JSON, and a manifest with their checksums. The same content gives the same bytes. */
export async function writeParcel(db: Db, engagement: Engagement, today: string): Promise<Uint8Array> {
  const { consultantId, archivedOn = null, ...kept } = engagement
  const rows = await inTransaction(db, async (transaction) => {
    const untold = (await listRounds(transaction, engagement.id)).filter(staysBehind)
    const ids = untold.map(({ id }) => id)
    return { ...(await readParcelRows(transaction, engagement.id, ids)), untold }
  })
  const { untold, ...told } = rows
  const lists = {
    ...told,
    rounds: told.rounds.map((round) => travelling(round, today)),
    reportVersions: told.reportVersions.map((version) => withoutTraces(version, untold)),
    mails: told.mails.map(settled),
  }
  const files = [['engagement', { ...kept, archivedOn }] as const, ...Object.entries(lists)].map(
    ([noun, content]) => ({ name: `${noun}.json`, bytes: strToU8(`${JSON.stringify(content, null, 1)}\n`) }),
  )
  const manifest = {
    format: PARCEL_FORMAT,
    exportedOn: today,
    softwareVersion: packageJson.version,
    files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
  }
  const zip: Zippable = { 'manifest.json': strToU8(`${JSON.stringify(manifest, null, 1)}\n`) }
  for (const { name, bytes } of files) zip[name] = bytes
  return zipSync(zip, { mtime: new Date(`${today}T00:00:00`), level: 6 })
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Rounds whose answers do not travel: nobody reads them before the end, and nobody ever reads single unlinked ones. */
export function staysBehind({ state, privacyMode }: Pick<Round, 'state' | 'privacyMode'>): boolean {
  return state === 'open' || privacyMode === 'unlinked'
}

/** An open round arrives closed. Where the answers stay behind, the round says that it has none since today. */
function travelling(row: ParcelRow, today: string): ParcelRow {
  const round = row as ParcelRow & Pick<Round, 'state' | 'privacyMode'> & { answersDeletedOn: string | null }
  if (round.state === 'draft' || !staysBehind(round)) return row
  const closed = round.state === 'open' ? { state: 'closed', closedOn: today } : {}
  return { ...row, ...closed, answersDeletedOn: round.answersDeletedOn ?? today }
}

/**
 * What a report rests on has a key for every answer that counted, and so tells how many of the smallest level answered which item.
 * Where the answers stay behind, the keys do: without answers nothing is published again. An unlinked round may also be the
 * earlier one of another.
 */
function withoutTraces(version: ParcelRow, untold: readonly Pick<Round, 'id' | 'privacyMode'>[]): ParcelRow {
  const { roundId, restsOn } = version as ParcelRow & { roundId: string; restsOn: string[] | null }
  if (restsOn === null) return version
  if (untold.some(({ id }) => id === roundId)) return { ...version, restsOn: null }
  if (!untold.some(({ privacyMode }) => privacyMode === 'unlinked')) return version
  return { ...version, restsOn: restsOn.filter((key) => !key.startsWith('earlier')) }
}

/** What waits for its turn here is not sent from elsewhere. */
function settled(mail: ParcelRow): ParcelRow {
  if (mail.state === 'queued') return { ...mail, state: 'withdrawn' }
  return mail.state === 'sending' ? { ...mail, state: 'uncertain' } : mail
}
