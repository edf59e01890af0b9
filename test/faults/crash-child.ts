import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import { submitAnswers } from '#app/answers/submit-answers.server.ts'
import { hashToken } from '#app/http/tokens.server.ts'
import { closeRound } from '#app/rounds/close-round.server.ts'
import { backupDatabase } from '#db/backup.ts'
import { saveDrafts } from '#db/drafts.ts'
import { findLeadSession } from '#db/lead-sessions.ts'
import { openDatabase } from '#db/open-database.ts'
import type { Db } from '#db/schema.ts'
import type { Place } from './seeded-round.ts'

/** What the process that is to crash does, step by step; it tells of each step when it is done. */
export type Step =
  | { does: 'save'; place: Place; text: string; revision: number }
  | { does: 'hand-in'; place: Place }
  | { does: 'close'; roundId: string; consultantId: string }
  | { does: 'backup'; name: string }

const [, , dataDir = '', steps = '[]'] = process.argv

async function main(): Promise<void> {
  const path = join(dataDir, 'plumbline.sqlite')
  const db = await openDatabase(path)
  tell('opened')
  for (const step of JSON.parse(steps) as Step[]) {
    if (step.does === 'backup') await backupDatabase(path, join(dataDir, step.name))
    else tell(await take(db, step))
    if (step.does === 'backup') tell('backed up')
  }
  await db.destroy()
  tell('ended')
}

async function take(db: Awaited<ReturnType<typeof openDatabase>>, step: Exclude<Step, { does: 'backup' }>) {
  switch (step.does) {
    case 'save':
      return save(db, step)
    case 'hand-in':
      return handIn(db, step.place)
    case 'close': {
      const today = new Date().toISOString().slice(0, 10)
      const { ok } = await closeRound(db, { ...step, today })
      return ok ? 'closed' : 'not closed'
    }
  }
}

async function save(db: Db, { place, text, revision }: Extract<Step, { does: 'save' }>): Promise<string> {
  const answer = {
    state: 'answered' as const,
    value: { kind: 'lines' as const, lines: [{ text, picks: {} }] },
  }
  const changes = [{ itemId: 'priorities', answer, baseRevision: revision }]
  const { saved } = await saveDrafts(db, { participationId: place.participationId, changes })
  return saved.length === 1 ? `saved ${text}` : 'not saved'
}

async function handIn(
  db: Awaited<ReturnType<typeof openDatabase>>,
  { cookie, participationId }: Place,
): Promise<string> {
  const token = cookie.slice(cookie.indexOf('=') + 1)
  const session = await findLeadSession(db, hashToken(token), new Date().toISOString())
  if (!session) return 'no session'
  const outcome = await submitAnswers(db, session, await instrumentOfRound(db, session.round.id))
  return `${outcome} ${participationId}`
}

/** At once and not through a stream, or a crash would take back what is already promised. */
function tell(words: string): void {
  writeSync(1, `${words}\n`)
}

await main()
