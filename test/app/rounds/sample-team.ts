import type { Kysely } from 'kysely'
import type { Level } from '#app/questionnaire/instrument.ts'
import { addLeads } from '#app/rounds/add-leads.server.ts'
import { createEngagement } from '#app/rounds/create-engagement.server.ts'
import { createRound } from '#app/rounds/create-round.server.ts'
import type { Engagement, Lead } from '#app/rounds/engagement.ts'
import type { Round } from '#app/rounds/round.ts'
import type { RoundSettings } from '#app/rounds/round-settings.ts'
import { insertConsultant } from '#db/consultants.ts'
import type { Database } from '#db/schema.ts'

export const TODAY = '2026-03-02'
export const SECRET = 'a-secret-that-only-this-test-knows-of'
export const LINKS = Object.freeze({ secret: SECRET, baseUrl: 'https://survey.example.org' })

export const SETTINGS: Readonly<RoundSettings> = Object.freeze({
  title: 'Spring round',
  instrumentKey: 'full@1',
  opensOn: '2026-03-02',
  closesOn: '2026-03-13',
  privacyMode: 'confidential',
  smallestGroup: 5,
})

/** A consultant with one engagement: four departments, two roles, nobody to ask yet. */
export async function sampleEngagement(db: Kysely<Database>, consultantId = 'ada'): Promise<Engagement> {
  const consultant = {
    id: consultantId,
    email: `${consultantId}@example.com`,
    name: 'Ada Moore',
    role: 'owner' as const,
  }
  await insertConsultant(db, { ...consultant, passwordHash: 'none', createdOn: TODAY })
  const details = {
    clientName: 'Northwind',
    departments: ['Sales', 'Product', 'Operations', 'Finance'],
    roles: ['Chief executive', 'Head of sales'],
  }
  const result = await createEngagement(db, consultantId, details, TODAY)
  if (!result.ok) throw new Error(JSON.stringify(result.errors))
  return result.engagement
}

export function sampleLead(name: string, level: Level, departmentId: string | null = null) {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`
  return { name, email, level, departmentId, jobTitle: '' }
}

/** Two senior leads and two department leads. */
export function sampleLeads(db: Kysely<Database>, engagement: Engagement): Promise<Lead[]> {
  return addLeads(db, engagement, [
    sampleLead('Cara Lund', 'senior'),
    sampleLead('Ben Osei', 'senior'),
    sampleLead('Dana Ruiz', 'department', 'sales'),
    sampleLead('Eli Novak', 'department', 'product'),
  ])
}

export function sampleRound(
  db: Kysely<Database>,
  engagement: Engagement,
  settings: Partial<RoundSettings> = {},
): Promise<Round> {
  return createRound(db, engagement.id, { ...SETTINGS, ...settings })
}
