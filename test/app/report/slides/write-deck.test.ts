import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import type { ReportDocument } from '#app/report/document.ts'
import { TONE_COLOURS } from '#app/report/paper/paper-style.ts'
import { type Deck, deckOf } from '#app/report/slides/deck.ts'
import { writeDeck } from '#app/report/slides/write-deck.server.ts'
import { simulatedReport } from '#test/helpers/simulated-round.ts'
import { expectWellFormed } from '#test/helpers/well-formed.ts'
import { SAMPLE_DOCUMENT } from '../sample-document.ts'

const LOOK = { colours: TONE_COLOURS, accent: TONE_COLOURS.senior }
const { report } = simulatedReport({ profile: 'split', seniors: 9, departments: 16 })
let deck: Deck
let files: Record<string, string>

beforeAll(async () => {
  deck = deckOf(report)
  files = unpacked(await writeDeck(deck, LOOK))
})

function unpacked(bytes: Uint8Array): Record<string, string> {
  const entries = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name))
  return Object.fromEntries(entries.map(([name, content]) => [name, strFromU8(content)]))
}

/** All texts of a slide, in the order in which they stand in its file. */
function textsOf(xml = ''): string[] {
  return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  )
}

const slideXml = (number: number) => files[`ppt/slides/slide${number}.xml`] ?? ''
const notesXml = (number: number) => files[`ppt/notesSlides/notesSlide${number}.xml`] ?? ''

test('every file of the presentation is well-formed, and nothing in it leads out of it', () => {
  for (const [name, xml] of Object.entries(files)) {
    expectWellFormed(xml, name)
    expect([name, /TargetMode="External"|hlinkClick/.test(xml)]).toEqual([name, false])
  }
})

test('a cover, then one slide for each page and each further picture, titles in the order of the report', () => {
  const slides = Object.keys(files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  expect(slides).toHaveLength(1 + deck.slides.length)
  expect(textsOf(slideXml(1)).slice(0, 2)).toEqual([report.clientName, report.roundTitle])
  expect(slideXml(1)).toContain('<p:ph type="title"/>')
  for (const [index, { title }] of deck.slides.entries()) {
    expect(slideXml(index + 2)).toMatch(/<p:ph\s[^>]*type="title"/)
    expect(textsOf(slideXml(index + 2))).toContain(title)
  }
  const mainTitles = report.pages
    .filter(({ id }) => !['how-to-read', 'annex', 'method'].includes(id))
    .map(({ title }) => title)
  const titles = deck.slides.map(({ title }) => title)
  expect(titles.filter((title) => mainTitles.includes(title))).toEqual(mainTitles)
})

test('a picture is drawn with the marks of its scene as shapes and texts, gathered in one group that says what it shows', () => {
  for (const [index, { scene }] of deck.slides.entries()) {
    const xml = slideXml(index + 2)
    expect(xml.includes('<p:grpSp>')).toBe(scene !== null)
    if (!scene) continue
    const drawn = scene.marks.filter((mark) => mark.kind === 'text' || mark.fill || mark.stroke)
    expect(xml.match(/name="picture\d+ \d+"/g)).toHaveLength(drawn.length)
    expect(xml).not.toContain('<p:pic>')
    const shown = textsOf(xml)
    for (const mark of scene.marks) if (mark.kind === 'text') expect(shown).toContain(mark.text)
    expect(xml).toContain(' descr="')
  }
})

test('every shape of a slide has an id of its own', () => {
  for (const [index] of deck.slides.entries()) {
    const ids = [...slideXml(index + 2).matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  }
})

test('nothing is lost: words that do not fit a slide are in its notes, and sources are as well', () => {
  for (const [index, { words, notes }] of deck.slides.entries()) {
    const all = [...textsOf(slideXml(index + 2)), ...textsOf(notesXml(index + 2))].join('\n')
    for (const { look, text } of words) if (look !== 'heading') expect(all).toContain(text)
    for (const line of notes.flatMap((one) => one.split('\n'))) expect(all).toContain(line)
  }
  const sourced = deck.slides.flatMap(({ notes }) => notes).filter((note) => note.includes('Why: '))
  expect(sourced.length).toBeGreaterThan(3)
})

test('the tables of a slide are tables', () => {
  const tables = deck.slides.filter(({ table }) => table)
  expect(tables.length).toBeGreaterThan(0)
  for (const slide of tables) {
    const xml = slideXml(deck.slides.indexOf(slide) + 2)
    expect(xml).toContain('<a:tbl>')
    for (const cell of slide.table?.rows[0] ?? []) if (cell) expect(textsOf(xml)).toContain(cell)
  }
})

test('the same report gives the same bytes, dated to its day', async () => {
  const [one, other] = [await writeDeck(deck, LOOK), await writeDeck(deckOf(report), LOOK)]
  expect(Buffer.compare(one, other)).toBe(0)
  expect(files['docProps/core.xml']).toContain(`>${report.issuedOn}T00:00:00Z<`)
})

const HOSTILE = '</a:t><script>&amp;\u0000\ud800 "\' ﷽ 👩‍👩‍👧 =1+1'

test('hostile words are words in every place', async () => {
  const spoilt = JSON.parse(
    JSON.stringify(SAMPLE_DOCUMENT, (key, value) =>
      typeof value === 'string' && ['text', 'title', 'value', 'why', 'caption', 'desc', 'note'].includes(key)
        ? `${value} ${HOSTILE}`
        : value,
    ),
  ) as ReportDocument
  const hostile = { ...spoilt, clientName: HOSTILE, roundTitle: HOSTILE, consultantName: HOSTILE }
  const hostileFiles = unpacked(await writeDeck(deckOf(hostile), LOOK))
  for (const [name, xml] of Object.entries(hostileFiles)) expectWellFormed(xml, name)
  const shown = textsOf(hostileFiles['ppt/slides/slide1.xml'])
  expect(shown[0]).toBe(HOSTILE.replace('\u0000', '\ufffd').replace('\ud800', '\ufffd'))
})

test('words without a space cannot stall it', async () => {
  const long = { ...SAMPLE_DOCUMENT, clientName: 'x'.repeat(200), roundTitle: 'Ä'.repeat(20_000) }
  const started = performance.now()
  await writeDeck(deckOf(long), LOOK)
  expect(performance.now() - started).toBeLessThan(5000)
})

test('a brand puts its colour and its logo on the slides', async () => {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const brand = {
    id: 'b',
    name: 'Moore',
    colour: '#7a0019',
    standsForSenior: false,
    logo: { png, width: 80, height: 40 },
    footer: 'Moore & Co',
  }
  const bytes = await writeDeck(deckOf({ ...SAMPLE_DOCUMENT, brand }), { ...LOOK, accent: brand.colour })
  const branded = unpacked(bytes)
  expect(branded['ppt/slides/slide1.xml']).toContain('7A0019')
  expect(branded['ppt/slides/slide1.xml']).toContain('<p:pic>')
  expect(Object.keys(unzipSync(bytes)).some((name) => /media\/.*\.png$/.test(name))).toBe(true)
  expect(Object.values(branded).some((xml) => xml.includes('Moore &amp; Co'))).toBe(true)
})
