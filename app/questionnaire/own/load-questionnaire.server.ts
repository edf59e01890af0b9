import { findOwnInstrument, listOwnInstruments, type OwnInstrument } from '#db/instruments.ts'
import type { Db } from '#db/schema.ts'
import { findInstrument, instrumentKey, listInstruments } from '../catalogue.ts'
import type { Instrument } from '../instrument.ts'
import { itemsOf } from '../items.ts'
import { languageName, languagesOf } from '../languages.ts'
import { askedInstrument } from './draft.ts'
import type { QuestionnaireRow } from './questionnaire-list.tsx'

/** Behind an address: a shipped questionnaire by its key, or a version of an own one by its id. */
export type FoundQuestionnaire =
  | { kind: 'shipped'; instrument: Instrument }
  | { kind: 'own'; own: OwnInstrument; instrument: Instrument }

/** @throws {Response} 404 where there is none */
export async function findQuestionnaire(db: Db, id: string | undefined): Promise<FoundQuestionnaire> {
  const shipped = findInstrument(id ?? '')
  if (shipped) return { kind: 'shipped', instrument: shipped }
  const own = await findOwn(db, id)
  return { kind: 'own', own, instrument: own.frozenOn ? own.draft.instrument : askedInstrument(own.draft) }
}

/** @throws {Response} 404 where there is none */
export async function findOwn(db: Db, id: string | undefined): Promise<OwnInstrument> {
  const own = await findOwnInstrument(db, id ?? '')
  if (!own) throw new Response(null, { status: 404 })
  return own
}

export async function loadQuestionnaires(
  db: Db,
): Promise<{ shipped: QuestionnaireRow[]; own: QuestionnaireRow[] }> {
  const own = await listOwnInstruments(db)
  return {
    shipped: listInstruments().map((instrument) => rowOf(instrumentKey(instrument), instrument, 'shipped')),
    own: own.map(({ id, draft, frozenOn, retired }) =>
      rowOf(id, askedInstrument(draft), retired ? 'put away' : frozenOn ? 'frozen' : 'draft'),
    ),
  }
}

function rowOf(id: string, instrument: Instrument, state: QuestionnaireRow['state']): QuestionnaireRow {
  const { title, version, minutes } = instrument
  return {
    id,
    title,
    version,
    minutes,
    state,
    items: itemsOf(instrument).length,
    languages: languagesOf(instrument).map((tag) => languageName(tag, 'en')),
  }
}
