import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import type { Block, ReportDocument } from '#app/report/document.ts'
import { drawnRuns } from '#app/report/paper/paper-fonts.server.ts'
import { renderReportPdf } from '#app/report/render-report-pdf.server.ts'
import { SAMPLE_DOCUMENT } from './sample-document.ts'

async function sheetsOf(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: false })
  return text.map((sheet) => sheet.replace(/\s+/g, ' '))
}

function withBlocks(...blocks: Block[]): ReportDocument {
  return { ...SAMPLE_DOCUMENT, pages: [{ id: 'only', title: 'The only page', blocks }] }
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', sentences: [{ text }] })

describe('the sample report', async () => {
  const pdf = await renderReportPdf(SAMPLE_DOCUMENT)
  const sheets = await sheetsOf(pdf)
  const raw = pdf.toString('latin1')
  const proxy = await getDocumentProxy(new Uint8Array(pdf))

  test('reads in the order of the document', () => {
    const all = sheets.join(' ')
    const places = [
      'Zażółć & Søn Logistics',
      'Round one, winter 2026',
      '7 of 8 answered',
      ...SAMPLE_DOCUMENT.pages.map(({ title }) => title),
      'Item 80:',
    ].map((text) => all.indexOf(text))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('has names of Latin, Greek and Cyrillic letters whole', () => {
    const all = sheets.join(' ')
    for (const name of ['Zoë', 'Łódź', 'Σωκράτης', 'Παπαδόπουλος', 'Кирилл', 'Zażółć', 'Łukaszewska']) {
      expect(all).toContain(name)
    }
  })

  test('has the labels and figures of its charts as text', () => {
    const all = sheets.join(' ')
    for (const text of [
      'all or all but one',
      '3 put it first',
      '11 of 16',
      'contested · n 9',
      'n 9 · divergent',
    ]) {
      expect(all).toContain(text)
    }
  })

  test('has text on every sheet, the number of the sheet and of all', () => {
    for (const [index, sheet] of sheets.entries()) {
      expect(sheet.length).toBeGreaterThan(80)
      if (index > 0) expect(sheet).toContain(`${index + 1} of ${sheets.length}`)
    }
  })

  test('repeats the head of a table on every sheet that the table goes on to', () => {
    const withItems = sheets.filter((sheet) => /Item \d+: how often/.test(sheet))
    expect(withItems.length).toBeGreaterThan(1)
    for (const sheet of withItems) expect(sheet).toMatch(/Item n Agreement/)
  })

  test('says what it is: title, language, one date, PDF/UA', async () => {
    const { info } = await proxy.getMetadata()
    expect(info).toMatchObject({
      Title: 'Zażółć & Søn Logistics: Round one, winter 2026',
      Language: 'en',
      CreationDate: 'D:20261203000000Z',
      ModDate: 'D:20261203000000Z',
    })
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(raw).toContain('/DisplayDocTitle true')
    expect(raw).toContain('/Marked true')
  })

  test('has a bookmark for the cover and for every page', async () => {
    const outline = await proxy.getOutline()
    expect(outline.map(({ title }: { title: string }) => title)).toEqual([
      SAMPLE_DOCUMENT.clientName,
      ...SAMPLE_DOCUMENT.pages.map(({ title }) => title),
    ])
    for (const { dest } of outline) expect(dest?.slice(1, 3)).toEqual([{ name: 'XYZ' }, 0])
  })

  test('embeds every font it uses', () => {
    const descriptors = raw.match(/\/Type \/FontDescriptor[\s\S]*?>>/g) ?? []
    expect(descriptors).toHaveLength(4)
    for (const descriptor of descriptors) expect(descriptor).toContain('/FontFile2')
    expect(raw.match(/\/Subtype \/Type0/g)).toHaveLength(4)
    expect(raw).not.toContain('Helvetica')
  })

  test('is no larger than 200 KB', () => {
    expect(pdf.length).toBeLessThan(200_000)
  })

  test('has the same bytes again', async () => {
    expect((await renderReportPdf(SAMPLE_DOCUMENT)).equals(pdf)).toBe(true)
  })

  test('fits US Letter too', async () => {
    const letter = await getDocumentProxy(new Uint8Array(await renderReportPdf(SAMPLE_DOCUMENT, 'Letter')))
    const page = await letter.getPage(2)
    expect(page.getViewport({ scale: 1 })).toMatchObject({ width: 612, height: 792 })
  })
})

test('a report does not depend on the reports written before it', async () => {
  // The shapes of Ѓ, Ӂ and Ҭ hold those of Г, Ж and Т, which are then in the fonts without having been read as letters.
  await renderReportPdf(withBlocks(paragraph('Ѓ Ќ Ӂ Ӓ Ғ Ή Ό')))
  const all = (await sheetsOf(await renderReportPdf(withBlocks(paragraph('Г К Ж Ф Η Ο'))))).join(' ')
  expect(all).toContain('Г К Ж Ф Η Ο')
})

test('100,000 letters without a space and 10,000 lines of combining marks are printed whole', async () => {
  const marked = Array.from({ length: 10_000 }, () => `щ${'\u0301\u0489'.repeat(20)}`).join('\n')
  const pdf = await renderReportPdf(withBlocks(paragraph('ж'.repeat(100_000)), paragraph(marked)))
  const letters = (await sheetsOf(pdf)).join('')
  expect(letters.match(/ж/g)).toHaveLength(100_000)
  // No font has a shape for that heap of marks: a placeholder each.
  expect(letters.match(/□/g)).toHaveLength(10_000)
})

describe('hostile texts do not stall it, wherever they stand', () => {
  const texts = {
    unbroken: 'x'.repeat(20_000),
    'unbroken, with a second script': 'xж'.repeat(10_000),
    'lines of combining marks': `a${'\u0301\u0489'.repeat(20)}\n`.repeat(2000),
    'nothing but marks': '\u0301'.repeat(20_000),
    spaces: `${' '.repeat(20_000)}x`,
    'letters that no face has': 'ქ'.repeat(20_000),
    'ideographs without a space': '你'.repeat(20_000),
    'joined letters without a space': 'بـ'.repeat(10_000),
    'Thai with marks, without a space': 'ที่น้ำ'.repeat(3000),
    'half letters': 'क्'.repeat(10_000),
    'emoji that are joined on and on': '👩\u200d'.repeat(5000),
    'two directions in turn': 'aש'.repeat(10_000),
  }
  test.each(Object.entries(texts))('%s', async (_, text) => {
    const before = process.cpuUsage()
    const pdf = await renderReportPdf({
      ...withBlocks(
        paragraph(text),
        { kind: 'heading', text },
        { kind: 'statement', text, confidence: text },
        {
          kind: 'table',
          caption: text,
          columns: [
            { label: text, align: 'start' },
            { label: 'n', align: 'end' },
          ],
          rows: [[text, text]],
        },
        {
          kind: 'figure',
          note: text,
          scene: {
            width: 480,
            height: 20,
            title: text,
            desc: text,
            marks: [{ kind: 'text', x: 0, y: 10, text, size: 9, anchor: 'middle' }],
          },
        },
      ),
      clientName: text,
      roundTitle: text,
    })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    const { user, system } = process.cpuUsage(before)
    // It takes up to three; what grows by the square of the length takes many times that.
    expect((user + system) / 1e6).toBeLessThan(15)
  })
})

test('a table cell longer than a sheet goes on, and so does everything after it', async () => {
  const long = Array.from({ length: 3000 }, (_, index) => `word${index}`).join(' ')
  const table: Block = {
    kind: 'table',
    caption: 'Long',
    columns: [
      { label: 'What', align: 'start' },
      { label: 'n', align: 'end' },
    ],
    rows: [
      [long, '9'],
      ['the end', '8'],
    ],
  }
  const all = (await sheetsOf(await renderReportPdf(withBlocks(table)))).join(' ')
  expect(all).toContain('word0 ')
  expect(all).toContain('word2999')
  expect(all).toContain('the end')
})

test('a page of nothing but a title, a table without rows and a list of one are printed', async () => {
  const [, ...sheets] = await sheetsOf(
    await renderReportPdf({
      ...SAMPLE_DOCUMENT,
      pages: [
        { id: 'a', title: 'Nothing may be shown here', blocks: [] },
        {
          id: 'b',
          title: 'Next',
          blocks: [
            { kind: 'table', caption: '', columns: [{ label: 'Only head', align: 'start' }], rows: [] },
            { kind: 'list', ordered: true, items: [{ text: 'Only item' }] },
          ],
        },
      ],
    }),
  )
  const all = sheets.join(' ')
  for (const text of ['Nothing may be shown here', 'Only head', 'Only item']) expect(all).toContain(text)
})

test('hostile text is printed without a wrong letter', async () => {
  const text = 'A\u0000B \u202eevil\u202c Z\u0301\u0323a\u0489\u0489\u0489\u0489\u0489lgo \ud800 end'
  const all = (
    await sheetsOf(await renderReportPdf(withBlocks(paragraph(text), { kind: 'heading', text })))
  ).join(' ')
  expect(all).toContain('AB evil')
  expect(all).toContain('end')
})

describe('a letter that no face has', () => {
  test('is a placeholder that remembers what it stands for', () => {
    expect(drawnRuns('Name ქარი த', 'serif')).toEqual([
      { face: 'serif', text: 'Name ' },
      { face: 'sans', text: '□□□□', original: 'ქარი' },
      { face: 'serif', text: ' ' },
      { face: 'sans', text: '□', original: 'த' },
    ])
  })

  test('is one placeholder, however many code points it has', () => {
    expect(drawnRuns('நி', 'sans')).toEqual([{ face: 'sans', text: '□', original: 'நி' }])
  })

  test('is visible in the PDF', async () => {
    const all = (await sheetsOf(await renderReportPdf(withBlocks(paragraph('Team ქა wins'))))).join(' ')
    expect(all).toContain('Team □□ wins')
  })
})

test('letters outside a serif but inside the sans are drawn with the sans', () => {
  expect(drawnRuns('a○b', 'serif')).toEqual([
    { face: 'serif', text: 'a' },
    { face: 'sans', text: '○' },
    { face: 'serif', text: 'b' },
  ])
})
