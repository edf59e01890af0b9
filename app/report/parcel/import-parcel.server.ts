import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Submission } from '#app/answers/submission.ts'
import { linkHashes } from '#app/http/tokens.server.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { findCurrentBrand } from '#db/brands.ts'
import { isAgainstRules } from '#db/busy.ts'
import { insertEngagement, setEngagementArchived } from '#db/engagements.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { findTakenIds, insertParcelRows, type ParcelRow } from '#db/parcels.ts'
import type { Database, Db } from '#db/schema.ts'
import { keysOf } from '../freeze.server.ts'
import { quoteKeyOf } from '../quotes/load-quotes.server.ts'
import { type Parcel, parcelSchema } from './parcel-format.ts'
import { readParcel } from './read-parcel.server.ts'

export type ImportResult =
  | { ok: true; engagementId: string; clientName: string }
  | { ok: false; error: string }

const FIRST_LINK = 1
/** Stands before what consultants of another server did, so that nobody here is taken for them. */
export const FROM_ELSEWHERE = '[from elsewhere] '

/** Takes an engagement in for a consultant, whole or not at all. Personal links are new ones, made with this server's secret. */
export async function importParcel(
  db: Kysely<Database>,
  bytes: Uint8Array,
  { consultantId, secret }: { consultantId: string; secret: string },
): Promise<ImportResult> {
  const read = readParcel(bytes)
  if (!read.ok) return read
  try {
    return await inTransaction(db, async (transaction) => {
      const taken = await findTakenIds(transaction, idsOf(read.parcel))
      const parcel = taken.length > 0 ? withNewIds(read.parcel) : read.parcel
      const { archivedOn, ...engagement } = parcel.engagement
      await insertEngagement(transaction, { ...engagement, consultantId })
      if (archivedOn) await setEngagementArchived(transaction, { id: engagement.id, archivedOn })
      const reportVersions = await Promise.all(
        parcel.reportVersions.map(async (version) => ({
          ...version,
          document: await withKnownBrand(transaction, version.document, consultantId),
        })),
      )
      await insertParcelRows(transaction, engagement.id, { ...parcel, reportVersions }, additions(secret))
      return { ok: true, engagementId: engagement.id, clientName: engagement.clientName }
    })
  } catch (error) {
    if (!isAgainstRules(error)) throw error
    return { ok: false, error: 'The parcel contradicts itself: the database does not take it.' }
  }
}

function additions(secret: string) {
  return {
    participations: ({ id }: ParcelRow) => ({
      ...hashesOf(secret, String(id)),
      link_version: FIRST_LINK,
    }),
    events: ({ words }: ParcelRow) => ({
      consultant_id: null,
      words: String(words).startsWith(FROM_ELSEWHERE) ? words : FROM_ELSEWHERE + words,
    }),
  }
}

function idsOf(parcel: Parcel) {
  const { engagement, leads, planEntries, rounds, participations, submissions, reportVersions, mails } =
    parcel
  const rows = [
    engagement,
    ...leads,
    ...planEntries,
    ...rounds,
    ...participations,
    ...submissions,
    ...reportVersions,
    ...mails,
  ]
  return rows.map(({ id }) => id)
}

/** The same parcel under new ids, and with it whatever was made of the old ones. */
function withNewIds(parcel: Parcel): Parcel {
  const fresh = new Map(idsOf(parcel).map((id) => [id, randomUUID() as string]))
  const text = JSON.stringify(parcel).replace(
    /"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"/gi,
    (quoted, id) => (fresh.has(id) ? `"${fresh.get(id)}"` : quoted),
  )
  const renamed = parcelSchema.parse(JSON.parse(text))
  const after = derivedKeys(renamed)
  const keys = new Map(derivedKeys(parcel).map((key, index) => [key, after[index] ?? key]))
  return {
    ...renamed,
    quotes: renamed.quotes.map((quote) => ({
      ...quote,
      sourceKey: keys.get(quote.sourceKey) ?? quote.sourceKey,
    })),
    reportVersions: renamed.reportVersions.map((version) => ({
      ...version,
      restsOn: version.restsOn?.map((key) => keys.get(key) ?? key) ?? null,
    })),
  }
}

/** Keys that are made of ids, always in the same order. */
function derivedKeys(parcel: Parcel): string[] {
  return parcel.rounds.flatMap((round) => {
    const { instrument } = round
    if (!instrument) return []
    const submissions = submissionsOf(parcel, round.id)
    return [
      ...keysOf('own', { instrument, submissions }),
      ...keysOf('earlier', { instrument, submissions }),
      ...submissions.flatMap(({ id }) =>
        itemsOf(instrument).map((item) => quoteKeyOf(round.id, item.id, id)),
      ),
    ]
  })
}

/** As they count in a report: with the lead's department. */
function submissionsOf({ submissions, participations, leads }: Parcel, roundId: string): Submission[] {
  const leadOf = new Map(
    participations.map(({ id, leadId }) => [id, leads.find((lead) => lead.id === leadId)]),
  )
  return submissions
    .filter((submission) => submission.roundId === roundId)
    .map(({ participationId, ...submission }) => {
      const lead = leadOf.get(participationId)
      return { ...submission, leadId: lead?.id ?? null, departmentId: lead?.departmentId ?? null }
    })
}

/** A report keeps its looks only where they are the consultant's own on this server. */
async function withKnownBrand(
  db: Db,
  document: Parcel['reportVersions'][number]['document'],
  consultantId: string,
) {
  if (!document.brand) return document
  const brand = await findCurrentBrand(db, consultantId)
  return brand?.id === document.brand.id ? document : { ...document, brand: null }
}

/** Both ways into a place are made anew with this server's secret. */
function hashesOf(secret: string, id: string) {
  const { tokenHash, codeHash } = linkHashes(secret, id, FIRST_LINK)
  return { token_hash: tokenHash, code_hash: codeHash }
}
