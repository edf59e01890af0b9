import type { HostileItem } from '../corpus.ts'
import { refusedBy, short, tidyName } from '../expected.ts'
import { mailFaults, mailTo } from '../oracles/mail.ts'
import { changedTables, query, rowCounts } from '../oracles/store.ts'
import type { Run } from '../run.ts'
import { createEngagement, importLeads, openRound } from '../steps.ts'
import { inert } from '../surfaces/pages.ts'
import { main } from './answers.ts'

/** Addresses of leads, typed and in a list, of invited colleagues and at the sign-in. */
export async function runEmails(run: Run, items: readonly HostileItem[]): Promise<void> {
  for (const item of items) {
    const { consultant } = run.world
    const engagement = await createEngagement(consultant, {
      clientName: 'Addresses',
      departments: [],
      roles: [],
    })
    if (refusedBy(item.expect)) await judgeRefused(run, item, engagement)
    else await judgeTaken(run, item, engagement)
  }
}

async function judgeRefused(run: Run, item: HostileItem, engagement: string): Promise<void> {
  const { consultant, databasePath, server, mail } = run.world
  const code = item.expect.find((one) => one.startsWith('reject-')) as string
  const before = await rowCounts(databasePath)
  const sent = mail.arrived.length
  const text = item.text ?? ''
  const page = await consultant.open(`${engagement}/leads/new`)
  const typed = await consultant.press(page, [
    ['name', 'Dana'],
    ['email', text],
    ['level', 'senior'],
  ])
  const invited = await consultant.press(await consultant.open('/people'), [['email', text]], 'invite')
  const signedIn = await consultant.post('/sign-in', [
    ['email', text],
    ['password', 'not the password'],
  ])
  for (const [where, reply] of [
    ['lead', typed],
    ['colleague', invited],
    ['sign-in', signedIn],
  ] as const) {
    run.tally.judge(
      item,
      code,
      reply.status >= 400 && reply.status < 500,
      `as a ${where} it was met with ${reply.status}`,
    )
    const seen = await run.watcher.lookAt(reply.text, `${server.baseUrl}/refused`)
    inert(run, item, seen.faults, `the form of a ${where}`)
  }
  const list = await consultant.post(`${engagement}/leads/import`, [
    ['list', `name,email,level\nDana,"${text}",senior`],
    ['intent', 'check'],
  ])
  run.tally.judge(item, code, list.status < 500, `in a list it was met with ${list.status}`)
  const changed = changedTables(before, await rowCounts(databasePath)).filter(
    (name) => name !== 'audit_event',
  )
  run.tally.judge(item, code, changed.length === 0, `rows changed in ${changed.join(', ')}`)
  if (item.expect.includes('inert-mail'))
    run.tally.judge(item, 'inert-mail', mail.arrived.length === sent, 'a mail left the server')
}

async function judgeTaken(run: Run, item: HostileItem, engagement: string): Promise<void> {
  const { consultant, databasePath } = run.world
  const address = tidyName(item.text ?? '')
  await importLeads(consultant, engagement, [
    { name: 'Dana', email: address, level: 'senior', department: '', title: '' },
  ])
  const rows = await query(databasePath, 'select email from lead where email = ?', address)
  run.tally.judge(item, main(item), rows.length === 1, `the address ${short(address)} was not taken`)
  if (rows.length === 0) return
  const round = await openRound(consultant, engagement, {
    title: 'Addresses',
    instrumentKey: run.instrumentKey,
  })
  await consultant.submit(await consultant.open(`${round}/mail`), [], 'invite')
  const mail = await mailTo(run, address)
  const faults = mail ? await mailFaults(mail, { to: address, words: '' }) : ['no mail came']
  run.tally.judge(
    item,
    item.expect.includes('inert-mail') ? 'inert-mail' : main(item),
    faults.length === 0,
    faults.join(', '),
  )
}
