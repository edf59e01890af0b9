import { Client } from '../client.ts'
import { main } from '../fields/answers.ts'
import { mailFaults, mailTo } from '../oracles/mail.ts'
import type { Run } from '../run.ts'
import { inert } from '../surfaces/pages.ts'
import type { PlannedBatch } from './plan.ts'

async function switchOn(run: Run, { engagement, planned }: PlannedBatch): Promise<void> {
  const { consultant, server } = run.world
  const weekday = String(new Date().getUTCDay() || 7)
  const fields: [string, string][] = [
    ['weekday', weekday],
    ['timeZone', 'UTC'],
  ]
  const reply = await consultant.post(`${engagement}/plan/reminders`, [...fields, ['intent', 'start']])
  const seen = await run.watcher.look(`${server.baseUrl}${engagement}/plan/reminders`)
  for (const { item } of planned) {
    run.tally.judge(item, main(item), reply.status === 303, `the reminders were met with ${reply.status}`)
    inert(run, item, seen.faults, 'the page of the reminders')
  }
}

/** What owners are written: to them alone, with their own lines in it, and nothing that they did not type. */
export async function judgeReminders(run: Run, batches: readonly PlannedBatch[]): Promise<void> {
  for (const batch of batches) await switchOn(run, batch)
  // A server that has just begun looks at once who is to be reminded.
  await Client.forgetLimits()
  for (const { item, words, lead } of batches.flatMap(({ planned }) => planned)) {
    const mail = await mailTo(run, lead.email)
    const code = item.expect.includes('inert-mail') ? 'inert-mail' : main(item)
    const faults = mail ? await mailFaults(mail, { to: lead.email, words: '' }) : ['none came']
    run.tally.judge(item, code, faults.length === 0, `the reminder to ${lead.email}: ${faults.join(', ')}`)
    const flat = (text: string) => text.replace(/\s+/g, '')
    const isIn = flat(mail?.text ?? '').includes(flat(words))
    run.tally.judge(item, main(item), isIn, `the reminder to ${lead.email} does not hold the words`)
  }
  const { consultant, server } = run.world
  for (const { engagement, planned } of batches) {
    const seen = await run.watcher.look(`${server.baseUrl}${engagement}/plan/reminders`)
    for (const { item } of planned) inert(run, item, seen.faults, 'the page of the reminders that were sent')
    await consultant.post(`${engagement}/plan/reminders`, [['intent', 'stop']])
  }
}
