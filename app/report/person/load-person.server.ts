import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import { summariseAnswer } from '#app/answers/summarise-answer.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { Engagement, Lead } from '#app/rounds/engagement.ts'
import { mailInWords } from '#app/rounds/mail/mail-words.ts'
import type { Round } from '#app/rounds/round.ts'
import { type LeadPlace, listLeadPlaces } from '#db/lead-places.ts'
import { listMails } from '#db/mails.ts'
import { findLatestReportVersion } from '#db/report-versions.ts'
import { listRounds } from '#db/rounds.ts'
import type { Db } from '#db/schema.ts'
import { findSubmittedAnswers } from '#db/submissions.ts'
import { type AnswerInWords, heldWords, type Person, type PersonInRound } from './person.ts'

/** All that is held about one lead, the earliest round first. */
export async function loadPerson(db: Db, engagement: Engagement, lead: Lead): Promise<Person> {
  const places = new Map((await listLeadPlaces(db, lead.id)).map((place) => [place.roundId, place]))
  const rounds: PersonInRound[] = []
  for (const round of (await listRounds(db, engagement.id)).toReversed()) {
    const place = places.get(round.id)
    if (place) rounds.push(await inRound(db, engagement, lead, round, place))
  }
  return {
    name: lead.name,
    email: lead.email,
    level: lead.level,
    department: engagement.departments.find(({ id }) => id === lead.departmentId)?.name ?? '',
    jobTitle: lead.jobTitle,
    leftOn: lead.leftOn ?? null,
    clientName: engagement.clientName,
    rounds,
  }
}

async function inRound(
  db: Db,
  engagement: Engagement,
  lead: Lead,
  round: Round,
  place: LeadPlace,
): Promise<PersonInRound> {
  const answersDeleted = round.answersDeletedOn !== undefined
  const held = heldWords({ ...round, answersDeleted, submitted: place.submitted })
  const mails = (await listMails(db, round.id)).filter(
    ({ participationId }) => participationId === place.participationId,
  )
  const linked = place.submitted && round.privacyMode !== 'unlinked'
  return {
    roundId: round.id,
    title: round.title,
    state: round.state,
    privacyMode: round.privacyMode,
    taking: takingOf(place),
    agreedToBeNamed: round.privacyMode === 'open' ? place.consented : null,
    mails: mails.map(mailInWords),
    answers: held ? null : await answersInWords(db, engagement, lead, place),
    held,
    erasable: !answersDeleted && (linked || place.started),
    published: linked && (await findLatestReportVersion(db, round.id)) !== null,
  }
}

async function answersInWords(
  db: Db,
  { departments, roles }: Engagement,
  { level }: Lead,
  { participationId, roundId }: LeadPlace,
): Promise<AnswerInWords[]> {
  const answers = (await findSubmittedAnswers(db, participationId)) ?? {}
  return itemsOf(await instrumentOfRound(db, roundId))
    .filter(({ id, levels }) => levels.includes(level) || id in answers)
    .map((item) => ({
      item: item.wording,
      answer: summariseAnswer(item, answers[item.id], { departments, roles }),
    }))
}

function takingOf({ withdrawnOn, submitted, started }: LeadPlace): PersonInRound['taking'] {
  if (withdrawnOn !== null) return 'withdrawn'
  if (submitted) return 'handed in'
  return started ? 'started' : 'not started'
}
