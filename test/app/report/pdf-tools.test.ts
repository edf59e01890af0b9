import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { renderReportPdf } from '#app/report/render-report-pdf.server.ts'
import { SAMPLE_DOCUMENT } from './sample-document.ts'

const folder = mkdtempSync(join(tmpdir(), 'plumbline-pdf-'))
const isThere = (tool: string, option: string) => spawnSync(tool, [option]).error === undefined
const TOOLS = isThere('qpdf', '--version') && isThere('pdffonts', '-v')

const run = (tool: string, ...args: string[]) =>
  spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 2 ** 26 })

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The readers that others use. Skipped, and said to be, where they are not installed. */
describe.skipIf(!TOOLS).each(['A4', 'Letter'] as const)('%s, read with qpdf and poppler', async (paper) => {
  const file = join(folder, `${paper}.pdf`)
  if (TOOLS) writeFileSync(file, await renderReportPdf(SAMPLE_DOCUMENT, paper))

  test('qpdf finds nothing to complain of', () => {
    const { status, stdout, stderr } = run('qpdf', '--check', file)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('No syntax or stream encoding errors')
  })

  test('every font is embedded, a part of it, with its letters', () => {
    const [, , ...fonts] = run('pdffonts', file).stdout.trim().split('\n')
    expect(fonts.length).toBeGreaterThan(2)
    for (const font of fonts) expect(font).toMatch(/yes yes yes\s+\d+\s+\d+$/)
  })

  test('the text is in the order of the document', () => {
    const text = run('pdftotext', file, '-').stdout.replace(/\s+/g, ' ')
    const places = SAMPLE_DOCUMENT.pages.map(({ title }) => text.indexOf(title))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('the structure tree says what heads columns and rows, where figures stand, and names each note', () => {
    const elements = objectsIn(file).filter((value) => typeof value['/S'] === 'string')
    const of = (tag: string) => elements.filter((value) => value['/S'] === `/${tag}`)
    expect(new Set(of('TH').map((value) => value['/A']?.['/Scope']))).toEqual(new Set(['/Column', '/Row']))
    expect(of('Figure').length).toBeGreaterThan(0)
    for (const figure of of('Figure')) {
      const [left = -1, bottom = -1, right = -1, top = -1] = figure['/A']?.['/BBox'] ?? []
      expect(0 < left && left < right && 0 < bottom && bottom < top && top < 842).toBe(true)
    }
    const names = of('Note').map((value) => value['/ID'])
    expect(names.length).toBeGreaterThan(0)
    expect(new Set(names).size).toBe(names.length)
    expect(names).not.toContain(undefined)
  })

  test('nothing in it acts, links, carries a file, or tells of the machine or the time of day', () => {
    const text = JSON.stringify(objectsIn(file))
    expect(text).not.toMatch(/"\/(JS|JavaScript|OpenAction|AA|Launch|URI|EmbeddedFile|XFA)"/)
    const info = run('pdfinfo', '-meta', file).stdout + run('pdfinfo', '-rawdates', file).stdout
    expect(info).toContain('Producer:        Plumbline')
    expect(info).not.toMatch(/\/(home|root|tmp|work|usr)\/|node|pdfkit/i)
    expect([...info.matchAll(/T(\d\d:\d\d:\d\d)|D:\d{8}(\d{6})/g)].map(([, a, b]) => a ?? b)).toEqual(
      expect.arrayContaining(['00:00:00', '000000']),
    )
    expect(info).not.toMatch(/T(?!00:00:00)\d\d:\d\d:\d\d|D:\d{8}(?!000000)\d{6}/)
  })
})

interface Attributes {
  '/Scope'?: string
  '/BBox'?: number[]
}

type PdfObject = Record<string, unknown> & { '/A'?: Attributes }

function objectsIn(file: string): PdfObject[] {
  const { qpdf } = JSON.parse(run('qpdf', '--json=2', file).stdout) as {
    qpdf: [unknown, Record<string, { value?: PdfObject; stream?: { dict: PdfObject } }>]
  }
  return Object.values(qpdf[1]).flatMap(({ value, stream }) => {
    const found = value ?? stream?.dict
    return typeof found === 'object' && found !== null ? [found] : []
  })
}
