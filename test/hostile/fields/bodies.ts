import { Client } from '../client.ts'
import type { HostileItem } from '../corpus.ts'
import { changedTables, query, rowCounts } from '../oracles/store.ts'
import { showsInsides } from '../oracles/wire.ts'
import type { Run } from '../run.ts'
import { createEngagement, enterAsLead, importLeads, linksOf, openRound } from '../steps.ts'
import { sectionOf } from './answers.ts'

const EMAIL = 'body@bodies.example'
const FORM = 'application/x-www-form-urlencoded'

/** Bodies as they are, at every kind of door, and the same keys as a form would bring them. */
export async function runBodies(run: Run, items: readonly HostileItem[]): Promise<void> {
  const { consultant, server } = run.world
  const engagement = await createEngagement(consultant, { clientName: 'Bodies', departments: [], roles: [] })
  await importLeads(consultant, engagement, [
    { name: 'Xq', email: EMAIL, level: 'senior', department: '', title: '' },
  ])
  const round = await openRound(consultant, engagement, { title: 'Bodies', instrumentKey: run.instrumentKey })
  const lead = await enterAsLead(server.baseUrl, (await linksOf(consultant, round)).get(EMAIL) ?? '')
  for (const item of items) {
    await judgeAsSent(run, item, lead, round)
    await judgeAsFile(run, item)
    await judgeAsForm(run, item, lead)
    judgeProbe(run, item)
  }
}

async function judgeAsSent(run: Run, item: HostileItem, lead: Client, round: string): Promise<void> {
  const section = sectionOf(run.instrument, 'one-fix')
  const body = item.bytes ?? Buffer.from(item.text ?? '')
  const headers = { 'content-type': item.contentType ?? 'application/json' }
  const doors: [Client, string][] = [
    [lead, `/answer/${section}/save`],
    [lead, `/answer/${section}`],
    [lead, '/answer/review'],
    [new Client(run.world.server.baseUrl), '/sign-in'],
    [run.world.consultant, '/engagements/new'],
    [run.world.consultant, `${round}/report`],
  ]
  for (const [client, path] of doors) {
    const before = await state(run)
    const reply = await client.ask(path, { method: 'POST', body, headers })
    const refused = reply.status >= 400 && reply.status < 500
    const form = headers['content-type'].startsWith(FORM) || headers['content-type'].startsWith('multipart/')
    const where = path.replace(/[0-9a-f-]{36}/g, '…')
    for (const code of item.expect) {
      run.tally.judge(
        item,
        code,
        refused || (form && reply.status < 500),
        `${where} answered ${reply.status}`,
      )
      run.tally.judge(
        item,
        code,
        (await state(run)) === before || (form && !refused),
        `${where} changed something`,
      )
      run.tally.judge(item, code, !showsInsides(reply.text), `${where} shows its insides`)
    }
  }
}

/** Where JSON is read: the file of a questionnaire. */
async function judgeAsFile(run: Run, item: HostileItem): Promise<void> {
  const before = await rowCounts(run.world.databasePath)
  const form = new FormData()
  form.append('text', '')
  form.append(
    'file',
    new Blob([new Uint8Array(item.bytes ?? Buffer.from(item.text ?? ''))]),
    'questionnaire.json',
  )
  const reply = await run.world.consultant.upload('/questionnaires/import', form)
  const changed = changedTables(before, await rowCounts(run.world.databasePath))
  for (const code of item.expect) {
    run.tally.judge(
      item,
      code,
      [400, 413, 422].includes(reply.status),
      `as a questionnaire it was met with ${reply.status}`,
    )
    run.tally.judge(item, code, changed.length === 0, `as a questionnaire it changed ${changed.join(', ')}`)
  }
}

/** The keys of the body as fields of a form, which is what this product reads. */
async function judgeAsForm(run: Run, item: HostileItem, lead: Client): Promise<void> {
  const section = sectionOf(run.instrument, 'one-fix')
  const keys = fieldsFrom((item.bytes ?? Buffer.from(item.text ?? '')).toString('utf8'))
  const before = await state(run)
  const reply = await lead.post(`/answer/${section}/save`, keys, { accept: 'application/json' })
  for (const code of item.expect) {
    run.tally.judge(item, code, reply.status < 500, `as a form it was met with ${reply.status}`)
    run.tally.judge(item, code, (await state(run)) === before, 'as a form it changed something')
  }
}

function fieldsFrom(text: string): [string, string][] {
  const fields: [string, string][] = []
  const walk = (value: unknown, name: string) => {
    if (value === null || typeof value !== 'object') fields.push([name, String(value)])
    else
      for (const key of Object.keys(value))
        walk((value as Record<string, unknown>)[key], name ? `${name}.${key}` : key)
  }
  try {
    walk(JSON.parse(text), '')
  } catch {
    fields.push(['broken', text])
  }
  return fields.length > 0 ? fields : [['empty', '']]
}

/** Everything that a stranger could wish to set: places, roles, submissions, drafts. */
async function state({ world }: Run): Promise<string> {
  const tables = [
    'participation',
    'submission',
    'draft',
    'consultant',
    'lead',
    'round',
    'engagement',
    'instrument',
  ]
  const rows = await Promise.all(
    tables.map((table) => query(world.databasePath, `select * from "${table}"`).catch(() => [])),
  )
  return JSON.stringify(rows)
}

function judgeProbe(run: Run, item: HostileItem): void {
  const { foreign } = run.world.probe()
  const code = item.expect.includes('no-prototype') ? 'no-prototype' : (item.expect[0] as string)
  run.tally.judge(item, code, foreign.length === 0, `every object now has ${foreign.join(', ')}`)
}
