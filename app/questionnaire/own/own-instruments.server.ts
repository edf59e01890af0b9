import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { inTransaction } from '#db/in-transaction.ts'
import {
  deleteDraftInstrument,
  findOwnInstrument,
  freezeInstrument,
  insertInstrument,
  listOwnInstruments,
  type OwnInstrument,
  updateDraftInstrument,
} from '#db/instruments.ts'
import type { Database, Db } from '#db/schema.ts'
import { listInstruments } from '../catalogue.ts'
import type { Instrument } from '../instrument.ts'
import { askedInstrument, type Draft, draftOf, type Edited, unready } from './draft.ts'
import { meaningFaults } from './meaning.ts'

/** Who does it, and on which day. */
export interface By {
  name: string
  today: string
}

export type OwnStep = { ok: true; own: OwnInstrument } | { ok: false; errors: string[] }

/** A draft of an own questionnaire from the words of another, under a name that is still free. */
export function copyInstrument(db: Kysely<Database>, source: Instrument, by: By): Promise<OwnStep> {
  return inTransaction(db, async (transaction) => {
    const name = await freeName(transaction, `own-${source.id.replace(/^own-/, '')}`)
    return insertDraft(transaction, { ...source, id: name, version: 1 }, by)
  })
}

/** A questionnaire out of a file: a new one, or the next version of the one whose id it has. */
export function importInstrument(db: Kysely<Database>, read: Instrument, by: By): Promise<OwnStep> {
  return inTransaction(db, async (transaction) => {
    const errors = meaningFaults(read, await frozenVersions(transaction, read.id))
    if (errors.length > 0) return { ok: false, errors }
    const versions = (await listOwnInstruments(transaction)).filter(({ name }) => name === read.id)
    if (versions.some(({ frozenOn }) => frozenOn === null))
      return { ok: false, errors: [`There is a draft of “${read.id}” already: freeze or delete it first.`] }
    const shipped = listInstruments().some(({ id }) => id === read.id)
    const name = shipped ? await freeName(transaction, `own-${read.id}`) : read.id
    return insertDraft(transaction, { ...read, id: name, version: (versions[0]?.version ?? 0) + 1 }, by)
  })
}

/** The next version of a frozen one, as a draft. */
export function nextVersion(db: Kysely<Database>, id: string, by: By): Promise<OwnStep> {
  return inTransaction(db, async (transaction) => {
    const own = await findOwnInstrument(transaction, id)
    if (!own) return { ok: false, errors: ['There is no such questionnaire.'] }
    const versions = (await listOwnInstruments(transaction)).filter(({ name }) => name === own.name)
    const open = versions.find(({ frozenOn }) => frozenOn === null)
    if (open) return { ok: true, own: open }
    const version = (versions[0]?.version ?? 0) + 1
    return insertDraft(transaction, { ...own.draft.instrument, version }, by)
  })
}

/** Changes a draft by an edit that may say no. */
export function changeDraft(
  db: Kysely<Database>,
  id: string,
  by: By,
  edit: (draft: Draft, earlier: Instrument[]) => Edited,
): Promise<Edited> {
  return inTransaction(db, async (transaction) => {
    const own = await findOwnInstrument(transaction, id)
    if (!own || own.frozenOn !== null)
      return { ok: false, errors: ['This version is frozen: make the next one.'] }
    const edited = edit(own.draft, await frozenVersions(transaction, own.name))
    if (!edited.ok) return edited
    await updateDraftInstrument(transaction, {
      id,
      draft: edited.draft,
      changedOn: by.today,
      changedBy: by.name,
    })
    return edited
  })
}

/** Fixes a version for good: from here on rounds may use it, and nothing in it can change. */
export function freezeDraft(db: Kysely<Database>, id: string, by: By): Promise<OwnStep> {
  return inTransaction(db, async (transaction) => {
    const own = await findOwnInstrument(transaction, id)
    if (!own || own.frozenOn !== null) return { ok: false, errors: ['This version is frozen already.'] }
    const errors = unready(own.draft)
    if (errors.length > 0) return { ok: false, errors }
    const draft = draftOf(askedInstrument(own.draft))
    const faults = meaningFaults(draft.instrument, await frozenVersions(transaction, own.name))
    if (faults.length > 0) return { ok: false, errors: faults }
    await freezeInstrument(transaction, { id, draft, frozenOn: by.today })
    return { ok: true, own: { ...own, draft, frozenOn: by.today } }
  })
}

export function deleteDraft(db: Db, id: string): Promise<boolean> {
  return deleteDraftInstrument(db, id)
}

async function insertDraft(db: Db, instrument: Instrument, by: By): Promise<OwnStep> {
  const { id: name, version, title } = instrument
  const own: OwnInstrument = {
    id: randomUUID(),
    name,
    version,
    title,
    draft: draftOf(instrument),
    frozenOn: null,
    retired: false,
    changedOn: by.today,
    changedBy: by.name,
  }
  await insertInstrument(db, own)
  return { ok: true, own }
}

async function frozenVersions(db: Db, name: string): Promise<Instrument[]> {
  const own = await listOwnInstruments(db)
  return own.filter((one) => one.name === name && one.frozenOn !== null).map(({ draft }) => draft.instrument)
}

async function freeName(db: Db, wish: string): Promise<string> {
  const taken = [
    ...listInstruments().map(({ id }) => id),
    ...(await listOwnInstruments(db)).map(({ name }) => name),
  ]
  const stem = wish.slice(0, 34)
  let name = stem
  for (let number = 2; taken.includes(name); number++) name = `${stem}-${number}`
  return name
}
