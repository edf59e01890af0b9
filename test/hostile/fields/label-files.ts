import type { HostileItem } from '../corpus.ts'
import { restoredCells } from '../oracles/files.ts'
import { mailFaults, mailTo } from '../oracles/mail.ts'
import type { Run } from '../run.ts'
import { inert } from '../surfaces/pages.ts'
import { main } from './answers.ts'

/** Tables in which a name stands. */
export async function judgeTables(run: Run, item: HostileItem, round: string, words: string): Promise<void> {
  const code = item.expect.includes('inert-sheet') ? 'inert-sheet' : main(item)
  for (const name of ['aggregates.xlsx', 'answers.csv', 'answers.xlsx', 'items.csv', 'lines.csv']) {
    const seen = await restoredCells(run, `${round}/exports/${name}`, `label-${item.id}-${name}`)
    run.tally.judge(
      item,
      code,
      seen !== null && seen.faults.length === 0,
      `${name}: ${seen?.faults.join(', ')}`,
    )
    if (name.startsWith('answers') || name === 'aggregates.xlsx')
      run.tally.judge(
        item,
        main(item),
        [...(seen?.cells ?? [])].some((cell) => cell.includes(words)),
        `${name} does not hold it`,
      )
  }
}

/** Mails in which a name stands, and their texts: sent by a mail server, and as a file to be sent by hand. */
export async function judgeMail(
  run: Run,
  item: HostileItem,
  { round, email, words }: { round: string; email: string; words: string },
): Promise<void> {
  const { consultant } = run.world
  const texts = await consultant.open(`${round}/mail/texts`)
  const subject = words.replace(/[{}]/g, '').slice(0, 100)
  const body = `${words.replace(/[{}]/g, '')}\n\n{name}, {client}, {round}: {link}`
  const saved = await consultant.press(
    texts,
    [
      ['invitation.subject', subject],
      ['invitation.body', body],
    ],
    'save',
  )
  run.tally.judge(item, main(item), saved.status === 303, `as a mail text it was met with ${saved.status}`)
  const seen = await run.watcher.look(`${run.world.server.baseUrl}${round}/mail/texts`)
  inert(run, item, seen.faults, 'the page of the mail texts')
  const links = await consultant.open(`${round}/links`)
  const file = /\/rounds\/[^"]+\/mail-files\/[^"]+/.exec(links.text)?.[0]
  await consultant.submit(await consultant.open(`${round}/mail`), [], 'invite')
  const mail = await mailTo(run, email)
  const faults = mail ? await mailFaults(mail, { to: email, words }) : [`no mail came for ${email}`]
  run.tally.judge(
    item,
    item.expect.includes('inert-mail') ? 'inert-mail' : main(item),
    faults.length === 0,
    faults.join(', '),
  )
  if (!file) return
  const eml = await consultant.get(file)
  const head = eml.text.split(/\r?\n\r?\n/)[0] ?? ''
  run.tally.judge(
    item,
    main(item),
    eml.status === 200 && !/^(?:bcc|cc):/im.test(head),
    `the .eml has strange headers`,
  )
}
