import type { Kysely } from 'kysely'
import { instrumentKey } from '#app/questionnaire/catalogue.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { languageName, languagesOf } from '#app/questionnaire/languages.ts'
import { offeredInstruments } from '#app/questionnaire/own/workspace-catalogue.server.ts'
import { listLeads } from '#db/leads.ts'
import { listRounds } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { listed } from './count-words.ts'
import { stillAsked } from './engagement.ts'
import { teamInWords, usualSettings, warningsByMode } from './plan-round.ts'
import type { RoundFormProps } from './round-form.tsx'
import type { RoundSettings } from './round-settings.ts'
import { USUAL_ZONE } from './time-zone.ts'

type RoundFormData = Pick<RoundFormProps, 'typed' | 'instruments' | 'warnings' | 'team' | 'zones'>

/** What the form needs to know: the catalogue, and what each mode would mean for this team. */
export async function loadRoundForm(
  db: Kysely<Database>,
  engagementId: string,
  settings: RoundSettings,
): Promise<RoundFormData> {
  const leads = stillAsked(await listLeads(db, engagementId))
  return {
    typed: {
      ...settings,
      timeZone: settings.timeZone ?? USUAL_ZONE,
      closesItself: settings.closesItself ? '1' : '',
      smallestGroup: String(settings.smallestGroup),
    },
    zones: timeZones(),
    instruments: await instrumentCards(db),
    warnings: warningsByMode(leads, settings.smallestGroup),
    team: teamInWords(leads),
  }
}

export async function nextRoundSettings(
  db: Kysely<Database>,
  engagementId: string,
  today: string,
): Promise<RoundSettings> {
  const rounds = await listRounds(db, engagementId)
  return usualSettings(rounds.length + 1, (await instrumentKeys(db))[0] ?? '', today, rounds[0]?.timeZone)
}

export function timeZones(): string[] {
  const zones = Intl.supportedValuesOf('timeZone')
  return zones.includes(USUAL_ZONE) ? zones : [USUAL_ZONE, ...zones]
}

export async function instrumentKeys(db: Kysely<Database>): Promise<string[]> {
  return (await instrumentCards(db)).map(({ key }) => key)
}

async function instrumentCards(db: Kysely<Database>): Promise<RoundFormProps['instruments']> {
  return (await offeredInstruments(db)).map((instrument) => ({
    key: instrumentKey(instrument),
    title: instrument.title,
    minutes: instrument.minutes,
    purpose: instrument.purpose,
    note: noteOn(instrument),
  }))
}

/** What a consultant should know before choosing a questionnaire: its languages and the roles it was written for. */
function noteOn(instrument: Instrument): string | undefined {
  const languages = languagesOf(instrument).map((tag) => languageName(tag, 'en'))
  const notes = [
    languages.length > 1 ? `Leads choose between ${listed(languages)}.` : '',
    instrument.ownerRoles ? `Written for these roles: ${listed(instrument.ownerRoles)}.` : '',
  ].filter(Boolean)
  return notes.length > 0 ? notes.join(' ') : undefined
}
