import { findFrozenInstrument, listOwnInstruments } from '#db/instruments.ts'
import type { Db } from '#db/schema.ts'
import { findInstrument, listInstruments } from '../catalogue.ts'
import type { Instrument } from '../instrument.ts'

/** Everything that a round may use: what is shipped, and the workspace's own frozen versions. */
export async function offeredInstruments(db: Db): Promise<Instrument[]> {
  const own = (await listOwnInstruments(db)).filter(({ frozenOn, retired }) => frozenOn !== null && !retired)
  return [...listInstruments(), ...own.map(({ draft }) => draft.instrument)]
}

/** An instrument by its key, such as `full@1`; of the own ones only a frozen version, put away or not. */
export async function instrumentByKey(db: Db, key: string): Promise<Instrument | null> {
  const shipped = findInstrument(key)
  if (shipped) return shipped
  const [, name, version] = /^([a-z][a-z0-9-]{0,39})@(\d{1,6})$/.exec(key) ?? []
  if (!name) return null
  const own = await findFrozenInstrument(db, { name, version: Number(version) })
  return own?.draft.instrument ?? null
}
