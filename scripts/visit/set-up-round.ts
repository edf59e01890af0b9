import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { Level } from '#app/questionnaire/instrument.ts'
import type { PrivacyMode } from '#app/rounds/round.ts'
import type { Page, Visitor } from './visitor.ts'

export interface Client {
  clientName: string
  departments: readonly string[]
  roles: readonly string[]
  people: readonly { name: string; email: string; level: Level; department: string; title: string }[]
}

export interface RoundPlan {
  title: string
  instrumentKey: string
  privacyMode: PrivacyMode
  smallestGroup: number
}

/** First start: the consultant makes their account with the code that the server printed, and is signed in. */
export async function setUpConsultant(
  visitor: Visitor,
  account: { name: string; email: string; password: string; code: string },
): Promise<Page> {
  return visitor.send(await visitor.open('/setup'), Object.entries(account))
}

/** The client with its leads, who come from a pasted list. Gives the address of the engagement. */
export async function setUpEngagement(visitor: Visitor, client: Client): Promise<string> {
  const engagement = await visitor.send(await visitor.open('/engagements/new'), [
    ['clientName', client.clientName],
    ['departments', client.departments.join('\n')],
    ['roles', client.roles.join('\n')],
  ])
  const rows = client.people.map(({ name, email, level, department, title }) => [
    name,
    email,
    level,
    department,
    title,
  ])
  const list = stringify([['name', 'email', 'level', 'department', 'title'], ...rows])
  const dryRun = await visitor.send(
    await visitor.open(`${engagement.path}/leads/import`),
    [['list', list]],
    'check',
  )
  const after = await visitor.send(dryRun, [], 'import')
  const missing = client.people.filter(({ email }) => !after.html.includes(email))
  if (missing.length === 0) return engagement.path
  throw new Error(`not taken in by the import: ${missing.map(({ email }) => email).join(', ')}`)
}

/** Gives the address of the round, which is open. */
export async function openNewRound(
  visitor: Visitor,
  engagementPath: string,
  plan: RoundPlan,
): Promise<string> {
  const draft = await visitor.send(await visitor.open(`${engagementPath}/rounds/new`), [
    ['title', plan.title],
    ['instrumentKey', plan.instrumentKey],
    ['privacyMode', plan.privacyMode],
    ['smallestGroup', String(plan.smallestGroup)],
  ])
  await visitor.send(draft, [], 'open')
  return draft.path
}

/** Everybody's personal link by e-mail address, from the list that the consultant can save. */
export async function personalLinks(visitor: Visitor, roundPath: string): Promise<Map<string, string>> {
  const csv = (await visitor.open(`${roundPath}/links.csv`)).html
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true })
  return new Map(rows.map((row) => [row.email ?? '', row.link ?? '']))
}
