import { expect, test } from 'vitest'
import { queueReminders, sendReminders } from '#app/redesign/commitments/remind-owners.server.ts'
import { addToPlan } from '#app/redesign/plan/change-plan.server.ts'
import type { Delivery } from '#app/rounds/mail/mail.ts'
import type { Addressed } from '#app/rounds/mail/mail-server.server.ts'
import { listLeads } from '#db/leads.ts'
import { deletePlanReminder, listPlanMails, savePlanReminder } from '#db/plan-reminders.ts'
import { memoryDatabase, seedRound } from '../../../db/fixtures.ts'

const MONDAY = new Date('2026-03-09T06:00:00Z')
const TUESDAY = new Date('2026-03-10T06:00:00Z')
const SETTINGS = { baseUrl: 'https://plumbline.example.org', fromAddress: 'post@example.org' }
const SENT: Delivery = { kind: 'sent', words: '250 taken' }

async function planned() {
  const db = await memoryDatabase()
  await seedRound(db)
  const [lead] = await listLeads(db, 'e-1')
  const decision = { wording: 'One owner each', owner: lead?.name ?? '', due: '2026-03-12' }
  const usual = { ruleId: '', roundId: '', note: '', state: 'open' } as const
  await addToPlan(db, { engagementId: 'e-1', by: 'Anna', on: '2026-03-02' }, 'decision', {
    ...decision,
    ...usual,
  })
  await savePlanReminder(db, { engagementId: 'e-1', weekday: 1, timeZone: 'Europe/Berlin' })
  return { db, lead }
}

function post(deliveries: Delivery[]) {
  const taken: Addressed[] = []
  const deliver = async (message: Addressed) => {
    taken.push(message)
    return deliveries[taken.length - 1] ?? SENT
  }
  return { taken, server: { deliver } }
}

test('the owner gets one mail on the day that was chosen, however often it is looked', async () => {
  const { db, lead } = await planned()
  const { taken, server } = post([])
  for (const now of [MONDAY, MONDAY, new Date('2026-03-09T09:00:00Z')]) {
    await queueReminders(db, now)
    await sendReminders(db, server, SETTINGS, now)
  }
  expect(taken.map(({ to }) => to.address)).toEqual([lead?.email])
  expect(taken[0]?.text).toContain('One owner each')
  expect(taken[0]?.replyTo.address).toBe('anna@example.org')
})

test('nobody is written to on another day, or once it is switched off', async () => {
  const { db } = await planned()
  const { taken, server } = post([])
  await queueReminders(db, TUESDAY)
  await queueReminders(db, MONDAY)
  await deletePlanReminder(db, 'e-1')
  await sendReminders(db, server, SETTINGS, MONDAY)
  expect(taken).toEqual([])
})

test('the day begins in the time zone that was chosen', async () => {
  const { db } = await planned()
  await queueReminders(db, new Date('2026-03-08T23:30:00Z'))
  expect(await listPlanMails(db, 'e-1')).toMatchObject([{ day: '2026-03-09', state: 'queued' }])
})

test('a mail that may have arrived is never sent again, one that was put off is', async () => {
  const { db } = await planned()
  const { taken, server } = post([
    { kind: 'later', words: '421 busy' },
    { kind: 'uncertain', words: 'cut off' },
  ])
  await queueReminders(db, MONDAY)
  for (const minutes of [0, 5, 20, 60])
    await sendReminders(db, server, SETTINGS, new Date(MONDAY.getTime() + minutes * 60_000))
  expect(taken).toHaveLength(2)
  expect(await listPlanMails(db, 'e-1')).toMatchObject([{ state: 'uncertain', words: 'cut off' }])
})
