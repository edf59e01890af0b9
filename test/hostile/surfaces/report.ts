import { readForms } from '#scripts/visit/read-forms.ts'
import { Client, type Reply } from '../client.ts'
import type { HostileItem } from '../corpus.ts'
import { paperText, short } from '../expected.ts'
import { main } from '../fields/answers.ts'
import { readDeck } from '../oracles/deck.ts'
import { keepFile } from '../oracles/libre-office.ts'
import { isOnPaper, readPdf } from '../oracles/pdf.ts'
import type { Run } from '../run.ts'
import { isWithin } from '../slowness.ts'
import { lockCodebook, wordsOf } from '../steps.ts'
import { stringsOf } from './answer-files.ts'
import { judgeDebrief } from './debrief.ts'
import { inert, judgeDirection } from './pages.ts'

export interface ReportValue {
  item: HostileItem
  words: string
}

interface ClosedRound {
  round: string
  values: readonly ReportValue[]
  /** Words that are in the report already, as names and titles, and need no edit. */
  standing?: boolean
}

const SLOW_MS = 5000
const LONGEST = 1000
const LONGEST_TITLE = 160
const LONGEST_QUOTE = 400

/** The report with the values as quotes and as the consultant's own words: draft, sponsor's page, JSON, PDF and slides. */
export async function judgeReport(run: Run, { round, values, standing = false }: ClosedRound): Promise<void> {
  const { consultant, server } = run.world
  await lockCodebook(consultant, round)
  const quoted = await releaseQuotes(run, round, values)
  const placed = await editReport(run, round, values)
  const shared = await consultant.submit(await consultant.open(`${round}/report`), [], 'publish')
  const shares = await consultant.submit(shared, [['days', '30']], 'share')
  const link = /\/r\/[0-9A-Za-z]+/.exec(shares.text)?.[0]
  if (!link) throw new Error(`there is no sponsor's link: ${wordsOf(shares)}`)
  const reader = new Client(server.baseUrl)
  await reader.submit(await reader.open(link), [])
  const shown = values.filter(({ item }) => placed.has(item.id) || standing)
  await judgeReaderPage(run, reader, shown, quoted)
  await judgeJson(run, round, shown)
  await judgePdf(run, reader, shown)
  await judgeDeck(run, reader, shown)
  await judgeDebrief(run, round, values)
  for (const { item, words } of values)
    if (!shown.some((one) => one.item === item))
      for (const code of ['inert-pdf', 'bounded-time'])
        run.tally.waive(item, code, `No place of the report has room for ${words.length} characters.`)
}

/** Each text that may be quoted is released under the first finding. Gives the items whose words were. */
async function releaseQuotes(run: Run, round: string, values: readonly ReportValue[]): Promise<Set<string>> {
  const { consultant } = run.world
  const released = new Set<string>()
  const seen = new Set<string>()
  const waiting = [`${round}/report/quotes`]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const page = await consultant.open(path)
    for (const [, at = ''] of page.text.matchAll(/href="\?at=([0-9a-f]+)"/g))
      if (!seen.has(at)) waiting.push(`${round}/report/quotes?at=${at}`)
    const form = readForms(page.text).find(({ controls }) => controls.some(({ name }) => name === 'extract'))
    const control = (name: string) => form?.controls.filter((one) => one.name === name) ?? []
    const [id, extract] = [control('id')[0]?.value ?? '', control('extract')[0]?.value ?? '']
    if (seen.has(id) || id === '') continue
    seen.add(id)
    const item = values.find(({ words }) => oneSpace(words) === oneSpace(extract))?.item
    const finding = control('finding').find(({ value }) => value !== '')?.value
    if (!item || !finding || oneSpace(extract).length > LONGEST_QUOTE) continue
    const reply = await consultant.press(
      page,
      [
        ['extract', extract],
        ['finding', finding],
        ['read', '1'],
      ],
      'release',
    )
    if (reply.status === 303) released.add(item.id)
  }
  return released
}

function oneSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Puts each value into a sentence of the report. Gives the items that found a place. */
async function editReport(run: Run, round: string, values: readonly ReportValue[]): Promise<Set<string>> {
  const { consultant, server } = run.world
  const overview = await consultant.open(`${round}/report/edit`)
  const pages = new Set(
    Array.from(
      overview.text.matchAll(/href="(\/rounds\/[^"]+\/report\/edit\/[^"]+)"/g),
      ([, path = '']) => path,
    ),
  )
  const left = values.filter(({ words }) => words.trim() !== '' && words.length <= LONGEST)
  const placed = new Set<string>()
  for (const path of pages) {
    const page = await consultant.open(path)
    const taken = fillPage(page, left)
    if (taken.length === 0) continue
    const reply = await consultant.press(
      page,
      taken.map(({ name, value }) => [name, value.words] as const),
      'save',
    )
    for (const { value } of taken) {
      run.tally.judge(
        value.item,
        main(value.item),
        reply.status === 303,
        `as an edit it was met with ${reply.status}`,
      )
      placed.add(value.item.id)
    }
    const seen = await run.watcher.look(server.baseUrl + path)
    for (const { value } of taken) inert(run, value.item, seen.faults, 'the page of edits')
  }
  return placed
}

function fillPage(page: Reply, left: ReportValue[]): { name: string; value: ReportValue }[] {
  const names = readForms(page.text)
    .flatMap(({ controls }) => controls)
    .filter(({ name, type }) => type === 'text' && name.startsWith('text.'))
  return names.flatMap(({ name, value: shown }) => {
    const room = shown.length > LONGEST_TITLE / 2 && !name.endsWith('title') ? LONGEST : LONGEST_TITLE
    const index = left.findIndex(({ words }) => words.length <= room)
    const [value] = index < 0 ? [] : left.splice(index, 1)
    return value ? [{ name, value }] : []
  })
}

async function judgeReaderPage(
  run: Run,
  reader: Client,
  shown: readonly ReportValue[],
  quoted: ReadonlySet<string>,
): Promise<void> {
  const { watcher, tally, world } = run
  await watcher.enter(reader)
  const page = await watcher.look(`${world.server.baseUrl}/report`)
  for (const { item, words } of shown) {
    tally.judge(item, main(item), page.text.includes(words), `the report does not show ${short(words)}`)
    if (quoted.has(item.id))
      tally.judge(item, main(item), page.text.includes(oneSpace(words)), 'the report does not show the quote')
    inert(run, item, page.faults, 'the report')
    if (item.expect.includes('bounded-box')) {
      const outside = await watcher.paintsOutside(words)
      tally.judge(item, 'bounded-box', outside === null, `report: ${outside}`)
    }
    await judgeDirection(run, item, words, 'report')
  }
  await watcher.enter(world.consultant)
}

async function judgeJson(run: Run, round: string, shown: readonly ReportValue[]): Promise<void> {
  const reply = await run.world.consultant.get(`${round}/report.json`)
  const texts = [...stringsOf(JSON.parse(reply.text))]
  for (const { item, words } of shown)
    run.tally.judge(
      item,
      main(item),
      texts.some((text) => text.includes(words)),
      'report.json does not hold it',
    )
}

async function judgePdf(run: Run, reader: Client, shown: readonly ReportValue[]): Promise<void> {
  const first = await reader.get('/report.pdf')
  // What a busy machine adds is not the product's.
  const reply = first.ms < SLOW_MS ? first : await reader.get('/report.pdf')
  const path = keepFile(run.world.folder, `report-${run.pdfs.length}.pdf`, reply.bytes)
  if (reply.headers.get('content-type') !== 'application/pdf') {
    for (const { item } of shown) run.tally.judge(item, main(item), false, `no PDF: ${wordsOf(reply)}`)
    return
  }
  const pdf = readPdf(path)
  run.pdfs.push({ ms: reply.ms, pages: pdf.pages, placeholders: pdf.placeholders })
  for (const { item, words } of shown) {
    const code = item.expect.includes('inert-pdf') ? 'inert-pdf' : main(item)
    run.tally.judge(item, code, pdf.faults.length === 0, pdf.faults.join(', '))
    run.tally.judge(item, code, isOnPaper(pdf, words), `the PDF does not hold ${short(words)}`)
    if (item.expect.includes('bounded-time'))
      run.tally.judge(
        item,
        'bounded-time',
        isWithin(reply.ms, SLOW_MS),
        `the PDF took ${Math.round(reply.ms)} ms`,
      )
  }
}

/** Slides leave out what they have no room for: what must hold is that nothing in them runs. */
async function judgeDeck(run: Run, reader: Client, shown: readonly ReportValue[]): Promise<void> {
  const reply = await reader.get('/report.pptx')
  const deck =
    reply.status === 200 ? readDeck(reply.bytes) : { text: '', faults: [`slides: ${reply.status}`] }
  for (const { item, words } of shown) {
    run.tally.judge(item, main(item), deck.faults.length === 0, deck.faults.join(', '))
    run.decks.values += 1
    if (deck.text.includes(paperText(words))) run.decks.shown += 1
  }
}
