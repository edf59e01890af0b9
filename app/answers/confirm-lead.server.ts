import { confirmLeadSession, deleteLeadSession, type LeadSession } from '#db/lead-sessions.ts'
import { setConsent } from '#db/participations.ts'
import type { Db } from '#db/schema.ts'
import { english, type Say } from './words.ts'

export type Confirmation =
  | { kind: 'confirmed' }
  | { kind: 'not-me' }
  | { kind: 'consent-needed'; error: string }

/** Takes the answer to "You are ...?", and in an open round the yes to being named. */
export async function confirmLead(
  db: Db,
  session: LeadSession,
  form: FormData,
  say: Say = english,
): Promise<Confirmation> {
  if (form.get('who') !== 'me') {
    await deleteLeadSession(db, session.sessionHash)
    return { kind: 'not-me' }
  }
  const { privacyMode, state } = session.round
  if (privacyMode === 'open' && state === 'open' && !session.consented) {
    if (form.get('consent') !== 'yes') {
      return { kind: 'consent-needed', error: say('confirm.consent-needed') }
    }
    await setConsent(db, session.participationId)
  }
  await confirmLeadSession(db, session.sessionHash)
  return { kind: 'confirmed' }
}
