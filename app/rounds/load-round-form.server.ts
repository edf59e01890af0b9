import type { Kysely } from 'kysely'
import { instrumentKey, listInstruments } from '#app/questionnaire/catalogue.ts'
import { listLeads } from '#db/leads.ts'
import { listRounds } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { teamInWords, usualSettings, warningsByMode } from './plan-round.ts'
import type { RoundFormProps } from './round-form.tsx'
import type { RoundSettings } from './round-settings.ts'

type RoundFormData = Pick<RoundFormProps, 'typed' | 'instruments' | 'warnings' | 'team'>

/** What the form needs to know: the catalogue, and what each mode would mean for this team. */
export async function loadRoundForm(
  db: Kysely<Database>,
  engagementId: string,
  settings: RoundSettings,
): Promise<RoundFormData> {
  const leads = await listLeads(db, engagementId)
  return {
    typed: { ...settings, smallestGroup: String(settings.smallestGroup) },
    instruments: offeredInstruments(),
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
  return usualSettings(rounds.length + 1, instrumentKeys()[0] ?? '', today)
}

export function instrumentKeys(): string[] {
  return offeredInstruments().map(({ key }) => key)
}

function offeredInstruments(): RoundFormProps['instruments'] {
  return listInstruments().map((instrument) => ({
    key: instrumentKey(instrument),
    title: instrument.title,
    minutes: instrument.minutes,
    purpose: instrument.purpose,
  }))
}
