import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { Client, type Reply } from './client.ts'

/** Steps of a consultant and of leads, taken over HTTP as their browsers take them. */

export interface Person {
  name: string
  email: string
  level: 'senior' | 'department'
  department: string
  title: string
}

/** The quick scan with a text of the greatest length that an item may ask for. */
export function hostileInstrument(
  words: Partial<{ title: string; wording: string; option: string }> = {},
): Instrument {
  const [scan, full] = [findInstrument('quick-scan@1'), findInstrument('full@1')]
  const last = full?.sections.find(({ items }) => items.some(({ id }) => id === 'one-fix'))
  if (!scan || !last) throw new Error('the shipped questionnaires are not what they were')
  const [text] = last.items.filter(({ id }) => id === 'one-fix')
  const items = text ? [{ ...text, maxLength: 20_000, wording: words.wording ?? text.wording }] : []
  const instrument = {
    ...scan,
    id: 'own-words',
    version: 1,
    title: words.title ?? 'A questionnaire with room',
    sections: [...scan.sections, { ...last, id: 'own-words', items }],
  } as Instrument
  return words.option === undefined ? instrument : withOption(instrument, words.option)
}

/** Makes the words the label of the first option of the first choice. */
function withOption(instrument: Instrument, label: string): Instrument {
  let done = false
  const sections = instrument.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => {
      if (done || item.kind !== 'choice') return item
      done = true
      return {
        ...item,
        options: item.options.map((option, at) => (at === 0 ? { ...option, label } : option)),
      }
    }),
  }))
  return { ...instrument, sections } as Instrument
}

/** Imports and freezes a questionnaire; gives its key. */
export async function takeInQuestionnaire(client: Client, instrument: Instrument): Promise<string> {
  const page = await client.submit(await client.open('/questionnaires/import'), [
    ['text', JSON.stringify(instrument)],
  ])
  if (!/^\/questionnaires\/[^/]+$/.test(page.path) || page.path.endsWith('import'))
    throw new Error(`the questionnaire was not taken: ${wordsOf(page)}`)
  const frozen = await client.submit(page, [], 'freeze')
  const [, key] = /value="(own-words@\d+)"/.exec((await anyRoundForm(client)).text) ?? []
  if (key === undefined) throw new Error(`the questionnaire is not offered: ${wordsOf(frozen)}`)
  return newestKey(await anyRoundForm(client))
}

function newestKey(page: Reply): string {
  const keys = Array.from(page.text.matchAll(/value="own-words@(\d+)"/g), ([, version]) => Number(version))
  return `own-words@${Math.max(...keys)}`
}

async function anyRoundForm(client: Client): Promise<Reply> {
  const list = await client.open('/engagements')
  const [, id] = /href="\/engagements\/([0-9a-f-]{36})"/.exec(list.text) ?? []
  const path = id
    ? `/engagements/${id}`
    : await createEngagement(client, { clientName: 'First', departments: [], roles: [] })
  return client.open(`${path}/rounds/new`)
}

export async function createEngagement(
  client: Client,
  { clientName, departments, roles }: { clientName: string; departments: string[]; roles: string[] },
): Promise<string> {
  const page = await client.submit(await client.open('/engagements/new'), [
    ['clientName', clientName],
    ['departments', departments.join('\n')],
    ['roles', roles.join('\n')],
  ])
  if (!/^\/engagements\/[0-9a-f-]{36}$/.test(page.path)) throw new Error(`no engagement: ${wordsOf(page)}`)
  return page.path
}

export async function importLeads(
  client: Client,
  engagement: string,
  people: readonly Person[],
): Promise<Reply> {
  const rows = people.map(({ name, email, level, department, title }) => [
    name,
    email,
    level,
    department,
    title,
  ])
  const list = stringify([['name', 'email', 'level', 'department', 'title'], ...rows])
  const review = await client.submit(
    await client.open(`${engagement}/leads/import`),
    [['list', list]],
    'check',
  )
  return client.submit(review, [], 'import')
}

export async function openRound(
  client: Client,
  engagement: string,
  { title, instrumentKey }: { title: string; instrumentKey: string },
): Promise<string> {
  const draft = await client.submit(await client.open(`${engagement}/rounds/new`), [
    ['title', title],
    ['instrumentKey', instrumentKey],
    ['privacyMode', 'open'],
    ['smallestGroup', '4'],
  ])
  const opened = await client.submit(draft, [], 'open')
  if (!/^\/rounds\/[0-9a-f-]{36}/.test(opened.path)) throw new Error(`no round: ${wordsOf(opened)}`)
  return draft.path
}

/** Personal links by e-mail address. */
export async function linksOf(client: Client, round: string): Promise<Map<string, string>> {
  const { text } = await client.get(`${round}/links.csv`)
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true })
  const plain = (cell = '') => (cell.startsWith("'") ? cell.slice(1) : cell)
  return new Map(rows.map((row) => [plain(row.email), plain(row.link)]))
}

/** Somebody who has followed their personal link and said who they are. */
export async function enterAsLead(baseUrl: string, link: string): Promise<Client> {
  const lead = new Client(baseUrl)
  const identity = await lead.submit(await lead.open(link), [])
  const consents = identity.text.includes('name="consent"')
  await lead.submit(identity, consents ? [['consent', 'yes']] : [], 'me')
  return lead
}

/** With something in it, since empty answers cannot be handed in. */
export async function handIn(lead: Client): Promise<Reply> {
  let review = await lead.open('/answer/review')
  if (!review.text.includes('action="/answer/review"')) {
    const section = /href="\/answer\/([a-z-]+)"/.exec((await lead.open('/answer')).text)?.[1] ?? ''
    await lead.post(`/answer/${section}`, [
      ['priorities.revision', '0'],
      ['priorities.1', 'Win the north'],
      ['go', 'back'],
    ])
    review = await lead.open('/answer/review')
  }
  return lead.submit(review, [])
}

export async function closeRound(client: Client, round: string): Promise<void> {
  await client.submit(await client.open(round), [], 'close')
}

export async function lockCodebook(client: Client, round: string): Promise<void> {
  const themes = await client.open(`${round}/themes`)
  const tick = themes.text.includes('name="asItStands"')
  const locked = await client.submit(themes, tick ? [['asItStands', 'yes']] : [], 'lock')
  if (!locked.text.includes('has been locked')) throw new Error(`still open: ${wordsOf(locked)}`)
}

export function wordsOf({ status, path, text }: Reply): string {
  const words = text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  return `${path} ${status} ${words.trim().slice(0, 300)}`
}
