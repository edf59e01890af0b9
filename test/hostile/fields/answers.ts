import type { Instrument } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { Client, Reply } from '../client.ts'
import type { HostileItem } from '../corpus.ts'
import { LIMITS, label, normalised, refusedBy, short } from '../expected.ts'
import { guarded } from '../guarded.ts'
import { changedTables, query, rowCounts } from '../oracles/store.ts'
import type { Run } from '../run.ts'
import { isWithin } from '../slowness.ts'
import {
  closeRound,
  createEngagement,
  enterAsLead,
  handIn,
  importLeads,
  linksOf,
  openRound,
} from '../steps.ts'
import { judgeAnswerFiles } from '../surfaces/answer-files.ts'
import { judgePages } from '../surfaces/pages.ts'
import { judgeReport } from '../surfaces/report.ts'

const BATCH = 24
/** Items of the questionnaire that take what somebody types, with the field that does. */
const TYPED = {
  text: { item: 'one-fix', field: 'one-fix' },
  line: { item: 'priorities', field: 'priorities.1' },
  obstacle: { item: 'stops', field: 'stops.1' },
  owner: { item: 'owns-outcome', field: 'owns-outcome.text' },
  specify: { item: 'tradeoff', field: 'tradeoff.text' },
} as const
type Place = keyof typeof TYPED

/** One hostile text, the lead who types it, and what is to be read everywhere after. */
export interface Answered {
  item: HostileItem
  lead: Client
  email: string
  /** As it is stored in the text item. */
  words: string
  /** As it is stored where one line is asked for; null where it has no room there. */
  line: string | null
}

/** Every hostile text is the answer of one lead: as a text, a line of two lists, an owner's name and an option's words. */
export async function runAnswers(run: Run, items: readonly HostileItem[]): Promise<void> {
  for (let start = 0; start < items.length; start += BATCH) {
    const batch = items.slice(start, start + BATCH)
    console.log(`answers ${start + 1} to ${start + batch.length} of ${items.length}`)
    await guarded(run, batch, () => runBatch(run, batch, start))
  }
}

async function runBatch(run: Run, items: readonly HostileItem[], start: number): Promise<void> {
  const { consultant, server } = run.world
  const engagement = await createEngagement(consultant, {
    clientName: `Answers from ${start}`,
    departments: ['Sales', 'Finance'],
    roles: ['Chief', 'Finance lead'],
  })
  // Enough people for every figure, however few texts are left for the last round.
  const size = Math.max(items.length, 6)
  const people = Array.from({ length: size }, (_, index) => ({
    name: `Xq ${index}`,
    email: `lead${start + index}@answers.example`,
    level: index % 2 === 0 ? ('senior' as const) : ('department' as const),
    department: index % 2 === 0 ? '' : 'Sales',
    title: '',
  }))
  await importLeads(consultant, engagement, people)
  const round = await openRound(consultant, engagement, {
    title: `Round from ${start}`,
    instrumentKey: run.instrumentKey,
  })
  const links = await linksOf(consultant, round)
  const answered: Answered[] = []
  const leads: Client[] = []
  for (const [index, person] of people.entries()) {
    const lead = await enterAsLead(server.baseUrl, links.get(person.email) ?? '')
    leads.push(lead)
    const item = items[index]
    const given = item && (await typeIn(run, item, lead, person.email))
    if (given) answered.push(given)
    await ordinaryAnswers(run.instrument, lead, index)
  }
  await judgePages(run, answered)
  for (const { item, lead } of answered) {
    const done = await handIn(lead)
    run.tally.judge(
      item,
      main(item),
      done.path === '/answer/done',
      `was not handed in: ${done.path} ${done.status}`,
    )
  }
  for (const lead of leads.slice(items.length)) await handIn(lead)
  await closeRound(consultant, round)
  await judgeAnswerFiles(run, { engagement, round, answered })
  await judgeReport(run, {
    round,
    values: answered.map(({ item, words }) => ({ item, words: label(words) })),
  })
}

/** The expectation that stands for being kept as it was. */
export function main({ expect }: HostileItem): string {
  return expect.find((code) => code === 'verbatim' || code === 'normalise') ?? (expect[0] as string)
}

async function typeIn(run: Run, item: HostileItem, lead: Client, email: string): Promise<Answered | null> {
  const text = item.text ?? item.bytes?.toString('utf8') ?? ''
  const words = normalised(text)
  const line = label(text)
  const before = await rowCounts(run.world.databasePath)
  const reply = await save(run.instrument, lead, 'text', text)
  if (refusedBy(item.expect)) {
    await judgeRefusal(run, item, reply, { before, typed: words })
    return null
  }
  await judgeTaking(run, item, reply, { before, words, email })
  if (item.bytes && item.text === null) await judgeBytes(run, item, lead)
  const fits = line.length > 0 && line.length <= LIMITS.line
  if (fits)
    for (const place of ['line', 'obstacle', 'owner', 'specify'] as const)
      await judgeLine(run, item, { lead, email }, place, text)
  return { item, lead, email, words, line: fits ? line : null }
}

async function judgeTaking(
  run: Run,
  item: HostileItem,
  reply: Reply,
  { before, words, email }: { before: Record<string, number>; words: string; email: string },
): Promise<void> {
  const { tally, world } = run
  const stored = (await draftOf(run, email, TYPED.text.item)) as { value?: { text?: string } } | null
  const kept = stored?.value?.text ?? ''
  tally.judge(item, main(item), reply.status === 303, `the answer was met with ${reply.status}`)
  tally.judge(item, main(item), kept === words, `stored ${short(kept)} for ${short(words)}`)
  const changed = changedTables(before, await rowCounts(world.databasePath)).filter(
    (name) => name !== 'draft',
  )
  if (item.expect.includes('inert-sql'))
    tally.judge(item, 'inert-sql', changed.length === 0, `rows changed in ${changed.join(', ')}`)
  if (item.expect.includes('no-false-positive'))
    tally.judge(item, 'no-false-positive', reply.status === 303, `met with ${reply.status}`)
  if (item.expect.includes('bounded-time'))
    tally.judge(item, 'bounded-time', isWithin(reply.ms, 1000), `saving took ${Math.round(reply.ms)} ms`)
}

async function judgeRefusal(
  run: Run,
  item: HostileItem,
  reply: Reply,
  { before, typed }: { before: Record<string, number>; typed: string },
): Promise<void> {
  const code = item.expect.find((one) => one.startsWith('reject-')) as string
  const { tally, world } = run
  const fitting =
    code === 'reject-400' ? [400, 422].includes(reply.status) : Math.floor(reply.status / 100) === 4
  tally.judge(item, code, fitting, `met with ${reply.status}`)
  const changed = changedTables(before, await rowCounts(world.databasePath))
  tally.judge(item, code, changed.length === 0, `rows changed in ${changed.join(', ')}`)
  tally.judge(item, code, !/\bat \S+ \(|SQLITE|node_modules/.test(reply.text), 'the answer shows its insides')
  const watcher = run.watcher
  const seen = await watcher.lookAt(reply.text, `${world.server.baseUrl}/answer/refused`)
  tally.judge(
    item,
    code,
    seen.values.some((value) => value === typed),
    'what was typed is gone from the page',
  )
  tally.judge(item, code, seen.faults.length === 0, seen.faults.join(', '))
}

/** Bytes that are no text: as they are, and behind percent signs. Both are to be kept as well-formed text. */
async function judgeBytes(run: Run, item: HostileItem, lead: Client): Promise<void> {
  const bytes = item.bytes ?? Buffer.alloc(0)
  const section = sectionOf(run.instrument, TYPED.text.item)
  const escaped = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  for (const value of [bytes, Buffer.from(escaped)]) {
    const revision = await revisionOf(lead, section, TYPED.text.item)
    const body = Buffer.concat([Buffer.from(`one-fix.revision=${revision}&one-fix=`), value])
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
    const reply = await lead.ask(`/answer/${section}/save`, { method: 'POST', body, headers })
    run.tally.judge(item, main(item), reply.status < 500, `the bytes were met with ${reply.status}`)
  }
}

async function judgeLine(
  run: Run,
  item: HostileItem,
  { lead, email }: { lead: Client; email: string },
  place: Place,
  text: string,
): Promise<void> {
  const reply = await save(run.instrument, lead, place, text)
  const stored = JSON.stringify(await draftOf(run, email, TYPED[place].item))
  const wanted = normalised(text).trim()
  run.tally.judge(item, main(item), reply.status === 303, `as ${place} it was met with ${reply.status}`)
  run.tally.judge(
    item,
    main(item),
    stored.includes(`"text":${JSON.stringify(wanted)}`),
    `as ${place} stored ${short(stored)} for ${short(wanted)}`,
  )
}

/** What is stored of somebody's answer to an item that is not handed in yet. */
async function draftOf(run: Run, email: string, itemId: string): Promise<unknown> {
  const [row] = await query(
    run.world.databasePath,
    `select answer from draft join participation on participation.id = participation_id
     join lead on lead.id = lead_id where email = ? and item_id = ?`,
    email,
    itemId,
  )
  return row ? JSON.parse(String(row.answer)) : null
}

async function save(instrument: Instrument, lead: Client, place: Place, text: string): Promise<Reply> {
  const { item, field } = TYPED[place]
  const section = sectionOf(instrument, item)
  const revision = await revisionOf(lead, section, item)
  const choice: [string, string][] =
    place === 'owner' ? [[item, 'someone-else']] : place === 'specify' ? [[item, specifyOf(instrument)]] : []
  return lead.post(`/answer/${section}`, [
    [`${item}.revision`, revision],
    ...choice,
    [field, text],
    ['go', 'back'],
    ['asked', '1'],
  ])
}

async function revisionOf(lead: Client, section: string, item: string): Promise<string> {
  const page = await lead.get(`/answer/${section}`)
  const input = new RegExp(`<input[^>]*name="${item}\\.revision"[^>]*>`).exec(page.text)?.[0] ?? ''
  return /value="(\d+)"/.exec(input)?.[1] ?? '0'
}

function specifyOf(instrument: Instrument): string {
  const item = itemsOf(instrument).find(({ id }) => id === TYPED.specify.item)
  return item?.kind === 'choice' ? (item.specify?.option ?? '') : ''
}

export function sectionOf(instrument: Instrument, itemId: string): string {
  return instrument.sections.find(({ items }) => items.some(({ id }) => id === itemId))?.id ?? ''
}

/** Something for the figures: points on the scales and a line that several share. */
async function ordinaryAnswers(instrument: Instrument, lead: Client, index: number): Promise<void> {
  for (const section of instrument.sections) {
    const page = await lead.get(`/answer/${section.id}`)
    const fields = section.items.flatMap((item): [string, string][] => {
      const revision = new RegExp(`name="${item.id}\\.revision"[^>]*value="(\\d+)"`).exec(page.text)?.[1]
      if (revision !== '0') return []
      if (item.kind === 'scale')
        return [
          [`${item.id}.revision`, '0'],
          [item.id, String(1 + (index % 5))],
        ]
      if (item.kind === 'lines')
        return [
          [`${item.id}.revision`, '0'],
          [`${item.id}.2`, `Shared line ${index % 3}`],
        ]
      return []
    })
    if (fields.length > 0)
      await lead.post(`/answer/${section.id}`, [...fields, ['go', 'back'], ['asked', '1']])
  }
}
