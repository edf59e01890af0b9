import type { Answers } from '#app/answers/answer.ts'
import { partTexts } from '#app/answers/part-texts.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { withdrawPlace } from '#app/rounds/withdraw-place.server.ts'
import { saveDrafts } from '#db/drafts.ts'
import { listParticipations } from '#db/participations.ts'
import type { Db } from '#db/schema.ts'
import { submitParticipation } from '#db/submissions.ts'
import { answersFor } from '#test/helpers/drawn-answers.ts'
import { type Answering, type Company, instrumentOf, type Seat } from './company.ts'
import { roleIdsOf, withRoleIds } from './seats.ts'

interface HandingIn {
  company: Company
  changed: Answering
  wave: number
  secret: string
  today: string
}

/** Everybody hands in to a round but the one who has begun and is taken off it. */
export async function handAllIn(db: Db, roundId: string, handing: HandingIn): Promise<void> {
  const { company, changed, wave } = handing
  const { seed, shared, instruments, begun, people } = company
  const instrument = instrumentOf(instruments[wave] ?? '')
  const roleIds = await roleIdsOf(db)
  const seats = { senior: 0, department: 0 }
  for (const [index, { participation, lead }] of (await listParticipations(db, roundId)).entries()) {
    const seat: Seat = { index, level: lead.level, place: seats[lead.level]++, wave }
    const drawn = answersFor(instrument, seat, roleIds, seed + wave / 2)
    const asked = itemsOf(instrument).filter(({ levels }) => levels.includes(lead.level))
    const given = changed(shared(drawn, seat), seat)
    const answers = Object.fromEntries(
      asked.flatMap(({ id }) => (given[id] ? [[id, withRoleIds(given[id], roleIds)]] : [])),
    )
    const isLast = lead.level === begun && seat.place === people[begun] - 1
    if (isLast) await beginAndWithdraw(db, roundId, { participationId: participation.id, answers, handing })
    else await handIn(db, participation.id, { seat, answers, instrument, company })
  }
}

interface HandedIn {
  seat: Seat
  answers: Answers
  instrument: Instrument
  company: Company
}

async function handIn(
  db: Db,
  participationId: string,
  { seat: { index, wave, level }, answers, instrument, company }: HandedIn,
): Promise<void> {
  const linked = company.privacyMode !== 'unlinked'
  const parted = linked ? { answers, texts: [] } : partTexts(itemsOf(instrument), answers)
  await submitParticipation(db, {
    participationId,
    submissionId: `00000000-0000-4000-8000-0000000${wave}${String(index).padStart(4, '0')}`,
    level,
    answers: parted.answers,
    linked,
    unlinkedTexts: parted.texts.map((text, at) => ({ id: `text-${wave}-${index}-${at}`, ...text })),
  })
}

/** Somebody who has begun, was taken off the round, and whose drafts nobody is to see. */
async function beginAndWithdraw(
  db: Db,
  roundId: string,
  { participationId, answers, handing }: { participationId: string; answers: Answers; handing: HandingIn },
): Promise<void> {
  const changes = Object.entries(answers).map(([itemId, answer]) => ({ itemId, answer, baseRevision: 0 }))
  await saveDrafts(db, { participationId, changes })
  const { secret, today } = handing
  const round = { id: roundId, state: 'open' as const }
  await withdrawPlace(db as Parameters<typeof withdrawPlace>[0], round, { participationId, secret, today })
}
