import { getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { renderReportPdf } from '#app/report/render-report-pdf.server.ts'
import { SAMPLE_DOCUMENT } from './sample-document.ts'

interface Node {
  role?: string
  alt?: string
  children?: Node[]
}

const proxy = await getDocumentProxy(new Uint8Array(await renderReportPdf(SAMPLE_DOCUMENT)))
const sheets = await Promise.all(
  Array.from({ length: proxy.numPages }, async (_, index) => {
    const page = await proxy.getPage(index + 1)
    return (await page.getStructTree()) as Node | null
  }),
)
const nodes = sheets.flatMap((tree) => (tree ? nodesOf(tree) : []))

function nodesOf(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)]
}

const rolesIn = (node: Node) => (node.children ?? []).map(({ role }) => role)
const withRole = (role: string) => nodes.filter((node) => node.role === role)

test('every sheet has a tree that begins with the document', () => {
  for (const tree of sheets) expect(tree?.children?.map(({ role }) => role)).toEqual(['Document'])
})

test('the client is the one first heading, each page has one of the second level, and no level is left out', () => {
  const levels = nodes.flatMap(({ role }) => (/^H\d$/.test(role ?? '') ? [Number(role?.slice(1))] : []))
  expect(levels[0]).toBe(1)
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  expect(levels.filter((level) => level === 2)).toHaveLength(SAMPLE_DOCUMENT.pages.length)
  for (const [index, level] of levels.entries())
    expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
})

test('a list holds items of a label and a body', () => {
  expect(withRole('L').length).toBeGreaterThan(0)
  for (const list of withRole('L')) expect(new Set(rolesIn(list))).toEqual(new Set(['LI']))
  for (const item of withRole('LI')) expect(rolesIn(item)).toEqual(['Lbl', 'LBody'])
})

test('a table holds caption, head and body; heads of columns and rows are no plain cells', () => {
  const tables = SAMPLE_DOCUMENT.pages.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'))
  expect(withRole('Caption').length).toBeGreaterThanOrEqual(tables.length)
  // Each sheet that a table is on has its own view of it.
  expect(withRole('THead').length).toBeGreaterThanOrEqual(tables.length)
  for (const head of withRole('THead')) {
    for (const row of head.children ?? []) expect(new Set(rolesIn(row))).toEqual(new Set(['TH']))
  }
  for (const body of withRole('TBody')) {
    for (const row of body.children ?? []) {
      expect(row.role).toBe('TR')
      expect(rolesIn(row).at(0)).toBe('TH')
      expect(new Set(rolesIn(row).slice(1))).toEqual(new Set(['TD']))
    }
  }
})

test('each figure has its figures in words, and stands in a group with its caption and note', () => {
  const figures = SAMPLE_DOCUMENT.pages.flatMap(({ blocks }) =>
    blocks.filter(({ kind }) => kind === 'figure'),
  )
  expect(withRole('Figure')).toHaveLength(figures.length)
  for (const { alt } of withRole('Figure')) expect(alt?.length).toBeGreaterThan(60)
  for (const group of withRole('Div')) {
    expect(rolesIn(group).filter((role) => role === 'Figure')).toHaveLength(1)
    expect(['Caption', 'Figure']).toContain(rolesIn(group)[0])
  }
})

describe('hostile names', () => {
  test('leave the metadata well-formed', async () => {
    const clientName = 'A&B </rdf:li> <x'
    const raw = (await renderReportPdf({ ...SAMPLE_DOCUMENT, clientName })).toString('utf8')
    expect(raw).toContain('>A&amp;B &lt;/rdf:li&gt; &lt;x: ')
    const hostile = await getDocumentProxy(
      new Uint8Array(await renderReportPdf({ ...SAMPLE_DOCUMENT, clientName })),
    )
    expect((await hostile.getMetadata()).info).toMatchObject({ Title: expect.stringContaining(clientName) })
  })
})

test('a longer report has its contents after the cover, with the sheet that each page begins on', async () => {
  const pages = Array.from({ length: 9 }, (_, index) => ({
    ...SAMPLE_DOCUMENT.pages[index % SAMPLE_DOCUMENT.pages.length]!,
    id: `page-${index}`,
    title: `Finding ${index + 1} is told here`,
  }))
  const long = await getDocumentProxy(new Uint8Array(await renderReportPdf({ ...SAMPLE_DOCUMENT, pages })))
  const words = async (sheet: number) => {
    const { items } = await (await long.getPage(sheet)).getTextContent()
    return items
      .map((item) => ('str' in item ? item.str : ''))
      .join(' ')
      .replace(/\s+/g, ' ')
  }
  const contents = await words(2)
  expect(contents).toContain('Contents')
  for (const { title } of pages) {
    const [, sheet] = new RegExp(`${title} (\\d+)`).exec(contents) ?? []
    expect(await words(Number(sheet)), `${title} on sheet ${sheet}`).toContain(title)
  }
  const tree = nodesOf((await (await long.getPage(2)).getStructTree()) as Node)
  expect(tree.filter(({ role }) => role === 'TOCI')).toHaveLength(9)
})
