import { existsSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { ROOT } from '#scripts/fresh-build.ts'
import type { Reply } from '../client.ts'
import type { HostileItem } from '../corpus.ts'
import { tidyName } from '../expected.ts'
import { query } from '../oracles/store.ts'
import type { Run } from '../run.ts'
import {
  closeRound,
  createEngagement,
  enterAsLead,
  handIn,
  importLeads,
  linksOf,
  openRound,
} from '../steps.ts'

/** Names that devices have where some files are kept; none of them may be the name of a file. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** Names of clients, rounds and leads become names of downloads; names of uploads come with the upload. */
export async function runFileNames(run: Run, items: readonly HostileItem[]): Promise<void> {
  for (const item of items) {
    const before = listing(run)
    await judgeDownloads(run, item)
    await judgeUpload(run, item)
    const after = listing(run)
    const strange = after.filter((name) => !before.includes(name) && !/^plumbline\.sqlite|backup/.test(name))
    run.tally.judge(item, 'no-escape', strange.length === 0, `files appeared: ${strange.join(', ')}`)
  }
}

/** Beside the database, and in the folder that the server runs in. */
function listing({ world }: Run): string[] {
  return [dirname(world.databasePath), ROOT].flatMap((folder) => readdirSync(folder))
}

async function judgeDownloads(run: Run, item: HostileItem): Promise<void> {
  const { consultant, server, databasePath } = run.world
  const name = tidyName(item.text ?? '').slice(0, 110) || 'none'
  const engagement = await createEngagement(consultant, { clientName: name, departments: [], roles: [] })
  const email = `file-${item.id.toLowerCase().replace(/[^a-z0-9]/g, '')}@files.example`
  await importLeads(consultant, engagement, [{ name, email, level: 'senior', department: '', title: '' }])
  const round = await openRound(consultant, engagement, { title: name, instrumentKey: run.instrumentKey })
  const lead = await enterAsLead(server.baseUrl, (await linksOf(consultant, round)).get(email) ?? '')
  await handIn(lead)
  await closeRound(consultant, round)
  const [row] = await query(databasePath, 'select id from lead where email = ?', email)
  const person = `${engagement}/leads/${String(row?.id)}/data`
  for (const path of [
    `${round}/exports/answers.csv`,
    `${round}/exports/answers.xlsx`,
    `${round}/report.pdf`,
    `${engagement}/parcel.zip`,
    `${person}.csv`,
    `${person}.json`,
  ])
    judgeHeader(run, item, path, await consultant.get(path))
  judgeHeader(
    run,
    item,
    'a path',
    await consultant.get(`${round}/exports/${encodeURIComponent(item.text ?? '')}`),
    true,
  )
}

function judgeHeader(run: Run, item: HostileItem, path: string, reply: Reply, mayFail = false): void {
  const at = path.replace(/[0-9a-f-]{36}/g, '…')
  const header = reply.headers.get('content-disposition')
  if (reply.status !== 200 || header === null) {
    run.tally.judge(item, 'no-escape', mayFail || reply.status < 500, `${at} was met with ${reply.status}`)
    return
  }
  const [, plain = '', whole = ''] =
    /^attachment; filename="([^"]*)"(?:; filename\*=UTF-8''(\S+))?$/.exec(header) ?? []
  const names = [plain, ...(whole ? [decodeURIComponent(whole)] : [])]
  const fine = names.every((one) => one !== '' && !/[/\\:]|^\./.test(one) && !DEVICES.test(one))
  run.tally.judge(item, 'no-escape', fine, `${at} is to be kept as ${names.join(' or ')}`)
  const cookies = reply.headers.getSetCookie()
  run.tally.judge(item, 'no-escape', cookies.length === 0, `${at} sets ${cookies.join(', ')}`)
}

async function judgeUpload(run: Run, item: HostileItem): Promise<void> {
  const { consultant } = run.world
  const [, engagement = ''] =
    /href="(\/engagements\/[0-9a-f-]{36})"/.exec((await consultant.open('/engagements')).text) ?? []
  for (const path of [`${engagement}/leads/import`, '/questionnaires/import']) {
    const form = new FormData()
    form.append(
      'file',
      new Blob(['name,email,level\nDana,dana@x.example,senior'], { type: 'text/csv' }),
      item.text ?? '',
    )
    form.append('intent', 'check')
    const reply = await consultant.upload(path, form)
    run.tally.judge(
      item,
      'no-escape',
      reply.status < 500,
      `an upload of that name was met with ${reply.status}`,
    )
  }
  run.tally.judge(item, 'no-escape', !existsSync('/tmp/blns.fail'), 'a shell was run')
}
