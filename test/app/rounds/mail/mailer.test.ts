import type { Kysely } from 'kysely'
import { describe, expect, test } from 'vitest'
import { hashToken } from '#app/http/tokens.server.ts'
import type { MailSettings } from '#app/rounds/mail/addressed-mail.server.ts'
import defaultTexts from '#app/rounds/mail/default-texts.json' with { type: 'json' }
import { MAIL_STATES, type MailState, type QueuedMail } from '#app/rounds/mail/mail.ts'
import { mailServer } from '#app/rounds/mail/mail-server.server.ts'
import { startMailer, turn } from '#app/rounds/mail/mailer.server.ts'
import { queueDueReminders, queueInvitations, queueRemindersNow } from '#app/rounds/mail/queue-mail.server.ts'
import { insertConsultant } from '#db/consultants.ts'
import { insertEngagement } from '#db/engagements.ts'
import { insertLeads } from '#db/leads.ts'
import { claimMails, listMails, requeueMail } from '#db/mails.ts'
import { insertParticipations } from '#db/participations.ts'
import { saveRoundMail } from '#db/round-mail.ts'
import { insertRound } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { ANNA, ENGAGEMENT, memoryDatabase, OPEN_ROUND } from '../../../db/fixtures.ts'
import { type Manner, startSmtpServer } from '../../../helpers/smtp-server.ts'

const NOON = new Date('2026-03-04T12:00:00Z')
const SETTINGS: MailSettings = Object.freeze({
  baseUrl: 'https://survey.example.org',
  secret: 'a secret that is long enough to be one',
  fromAddress: 'survey@consulting.example',
})

/** An open round with this many leads, all invited to it. */
async function roundOf(people: number): Promise<Kysely<Database>> {
  const db = await memoryDatabase()
  await insertConsultant(db, { ...ANNA, passwordHash: 'hash', createdOn: '2026-01-01' })
  await insertEngagement(db, ENGAGEMENT)
  await insertRound(db, OPEN_ROUND)
  const leads = Array.from({ length: people }, (_, index) => ({
    id: `lead-${index}`,
    engagementId: ENGAGEMENT.id,
    name: `Lead ${index} Ødegård`,
    email: `lead${index}@client.example`,
    level: 'senior' as const,
    departmentId: null,
    jobTitle: '',
  }))
  await insertLeads(db, leads)
  await insertParticipations(
    db,
    leads.map(({ id }) => ({
      id: `place-${id}`,
      roundId: OPEN_ROUND.id,
      leadId: id,
      tokenHash: hashToken(id),
      linkVersion: 1,
    })),
  )
  return db
}

async function emptyQueue(db: Kysely<Database>, url: string, now = NOON, silenceMs = 1_000) {
  const server = mailServer(url, { silenceMs })
  while ((await turn(db, server, SETTINGS, () => now)) === 0);
}

const byState = async (db: Kysely<Database>) => {
  const mails = await listMails(db, OPEN_ROUND.id)
  const of = (state: MailState) => mails.filter((mail) => mail.state === state)
  return Object.fromEntries(MAIL_STATES.map((state) => [state, of(state)])) as Record<MailState, QueuedMail[]>
}

describe('invitations by mail', () => {
  test('reach each lead with a link of their own, from the consultant by name', async () => {
    const db = await roundOf(3)
    const smtp = await startSmtpServer()
    expect(await queueInvitations(db, OPEN_ROUND.id, NOON)).toBe(3)
    await emptyQueue(db, smtp.url)
    const links = smtp.arrived.map(
      ({ text }) => /https:\/\/survey\.example\.org\/p\/p\w{32}/.exec(text ?? '')?.[0],
    )
    expect(new Set(links).size).toBe(3)
    const [mail] = smtp.arrived
    expect(mail?.from?.value).toEqual([{ name: 'Anna Berg', address: 'survey@consulting.example' }])
    expect(mail?.replyTo?.value).toEqual([{ name: 'Anna Berg', address: 'anna@example.org' }])
    expect(mail?.html).toContain(`<a href="${links[0]}">`)
    expect((await byState(db)).sent?.every(({ words }) => words === '250 queued')).toBe(true)
  })

  test('are queued once, however often they are asked for, and the link is nowhere in the database', async () => {
    const db = await roundOf(2)
    await queueInvitations(db, OPEN_ROUND.id, NOON)
    expect(await queueInvitations(db, OPEN_ROUND.id, NOON)).toBe(0)
    const rows = await db.selectFrom('mail').selectAll().execute()
    expect(JSON.stringify(rows)).not.toMatch(/\/p\/p\w{32}/)
  })

  test('say in the mail server’s words why one was refused, and can be sent again by hand', async () => {
    const db = await roundOf(2)
    const smtp = await startSmtpServer((attempt, to) =>
      to === 'lead1@client.example' && attempt < 3 ? 'refuse-recipient' : 'take',
    )
    await queueInvitations(db, OPEN_ROUND.id, NOON)
    await emptyQueue(db, smtp.url)
    const [refused] = (await byState(db)).refused
    expect(refused).toMatchObject({ words: '550 No such person here', participationId: 'place-lead-1' })
    await requeueMail(db, { id: refused?.id ?? '', roundId: OPEN_ROUND.id, dueAt: NOON.toISOString() })
    await emptyQueue(db, smtp.url)
    expect(smtp.arrived.map(({ to }) => to && 'text' in to && to.value[0]?.address).sort()).toEqual([
      'lead0@client.example',
      'lead1@client.example',
    ])
  })

  test.each<[Manner, string, number]>([
    ['busy', 'queued', 1],
    ['cut-before-text', 'queued', 0],
    ['cut-after-text', 'uncertain', 1],
    ['hang', 'uncertain', 1],
    ['refuse', 'refused', 1],
  ])('a mail server that answers with "%s" leaves the mail %s', async (manner, state, copies) => {
    const db = await roundOf(1)
    const smtp = await startSmtpServer(() => manner)
    await queueInvitations(db, OPEN_ROUND.id, NOON)
    await emptyQueue(db, smtp.url, NOON, 300)
    expect((await listMails(db, OPEN_ROUND.id)).map((mail) => mail.state)).toEqual([state])
    expect(smtp.arrived).toHaveLength(copies)
  })

  test('what was not handed over is tried again later, with longer and longer pauses', async () => {
    const db = await roundOf(1)
    await queueInvitations(db, OPEN_ROUND.id, NOON)
    const nobody = 'smtp://127.0.0.1:1'
    await emptyQueue(db, nobody)
    const [first] = await listMails(db, OPEN_ROUND.id)
    expect(first).toMatchObject({ state: 'queued', attempts: 1, dueAt: '2026-03-04T12:01:00.000Z' })
    await emptyQueue(db, nobody, new Date('2026-03-04T12:01:00Z'))
    const [second] = await listMails(db, OPEN_ROUND.id)
    expect(second).toMatchObject({ attempts: 2, dueAt: '2026-03-04T12:03:00.000Z' })
  })

  test('500 by two senders at once, every third refused and some cut off after the text: nobody gets two', async () => {
    const db = await roundOf(500)
    const smtp = await startSmtpServer((attempt) => {
      if (attempt % 3 === 0) return 'refuse-recipient'
      return attempt % 7 === 0 ? 'cut-after-text' : 'take'
    })
    await Promise.all([queueInvitations(db, OPEN_ROUND.id, NOON), queueInvitations(db, OPEN_ROUND.id, NOON)])
    await Promise.all([emptyQueue(db, smtp.url), emptyQueue(db, smtp.url)])
    const { sent, refused, uncertain, queued } = await byState(db)
    expect([queued.length, sent.length + refused.length + uncertain.length]).toEqual([0, 500])
    expect(refused.length).toBe(166)
    const receivers = smtp.arrived.map(({ messageId }) => messageId)
    expect(receivers).toHaveLength(sent.length + uncertain.length)
    expect(new Set(receivers).size).toBe(receivers.length)
  }, 60_000)

  test('a sender that was killed with mails in its hands leaves them uncertain, not sent twice', async () => {
    const db = await roundOf(2)
    const smtp = await startSmtpServer()
    await queueInvitations(db, OPEN_ROUND.id, NOON)
    await claimMails(db, { now: NOON.toISOString(), until: '2026-03-04T12:05:00.000Z', most: 1 })
    await emptyQueue(db, smtp.url, new Date('2026-03-04T12:06:00Z'))
    const { uncertain, sent } = await byState(db)
    expect([uncertain.length, sent.length, smtp.arrived.length]).toEqual([1, 1, 1])
  })

  test('are withdrawn where the round has ended before their turn came', async () => {
    const db = await roundOf(1)
    const smtp = await startSmtpServer()
    await queueInvitations(db, OPEN_ROUND.id, NOON)
    await db.updateTable('round').set({ state: 'closed', closed_on: '2026-03-04' }).execute()
    await emptyQueue(db, smtp.url)
    expect((await byState(db)).withdrawn?.[0]?.words).toBe('The round is not open.')
    expect(smtp.arrived).toHaveLength(0)
  })

  test('leave by themselves while the server runs', async () => {
    const db = await roundOf(1)
    const smtp = await startSmtpServer()
    const mailer = startMailer(db, mailServer(smtp.url), SETTINGS, () => NOON)
    await queueInvitations(db, OPEN_ROUND.id, NOON)
    mailer.wake()
    await expect.poll(() => smtp.arrived.length).toBe(1)
    await mailer.stop()
    expect((await byState(db)).sent).toHaveLength(1)
  })
})

describe('reminders', () => {
  const plan = { everyDays: 2, most: 2, fromHour: 8, untilHour: 18, timeZone: 'Europe/London' }
  const reminding = async (people: number) => {
    const db = await roundOf(people)
    await saveRoundMail(db, OPEN_ROUND.id, { texts: defaultTexts, reminders: plan })
    return db
  }

  test('go to those who have not handed in, with other words for those who stopped midway', async () => {
    const db = await reminding(3)
    const smtp = await startSmtpServer()
    await db
      .insertInto('draft')
      .values({
        participation_id: 'place-lead-1',
        item_id: 'free',
        answer: '{"state":"skipped"}',
        revision: 1,
      })
      .execute()
    await db.updateTable('participation').set({ submitted: 1 }).where('id', '=', 'place-lead-2').execute()
    expect(await queueDueReminders(db, NOON)).toBe(2)
    await emptyQueue(db, smtp.url)
    const subjects = smtp.arrived
      .map(({ subject, to }) => [to && 'text' in to && to.value[0]?.address, subject])
      .sort()
    expect(subjects).toEqual([
      ['lead0@client.example', 'Łódź Works: your view is still missing'],
      ['lead1@client.example', 'Łódź Works: you are part of the way through'],
    ])
  })

  test('stop at the number that was planned, and never come twice for the same day', async () => {
    const db = await reminding(1)
    const days = [4, 4, 5, 6, 9, 10, 11].map(
      (day) => new Date(`2026-03-${String(day).padStart(2, '0')}T12:00:00Z`),
    )
    const queued: number[] = []
    for (const day of days) queued.push(await queueDueReminders(db, day))
    expect(queued).toEqual([1, 0, 1, 0, 0, 0, 0])
  })

  test('are not sent to somebody who handed in while the mail was waiting', async () => {
    const db = await reminding(1)
    const smtp = await startSmtpServer()
    await queueRemindersNow(db, OPEN_ROUND.id, NOON)
    await db.updateTable('participation').set({ submitted: 1 }).execute()
    await emptyQueue(db, smtp.url)
    expect(smtp.arrived).toHaveLength(0)
    expect((await byState(db)).withdrawn).toHaveLength(1)
  })
})
