import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import type { ReportDocument } from '#app/report/document.ts'
import { renderReportPdf } from '#app/report/render-report-pdf.server.ts'
import { SAMPLE_DOCUMENT } from '../sample-document.ts'

const png = new Resvg(
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><circle cx="50" cy="50" r="40" fill="#c33"/></svg>',
)
  .render()
  .asPng()
  .toString('base64')
const brand = {
  id: 'b',
  name: 'Berg & Co',
  colour: '#7a1f5c',
  standsForSenior: true,
  footer: 'Oslo',
  logo: { png, width: 400, height: 100 },
}
const branded: ReportDocument = { ...SAMPLE_DOCUMENT, pages: SAMPLE_DOCUMENT.pages.slice(0, 2), brand }

test('a branded report has the logo as its one picture, and the same bytes each time', async () => {
  const [once, again] = [await renderReportPdf(branded), await renderReportPdf(branded)]
  expect(Buffer.compare(once, again)).toBe(0)
  const pictures = once.toString('latin1').match(/\/Subtype \/Image\s[\s\S]{0,200}?\/Width 400/g)
  expect(pictures?.length).toBeGreaterThan(0)
  const plain = await renderReportPdf({ ...branded, brand: null })
  expect(plain.toString('latin1')).not.toContain('/Subtype /Image')
})

test('without a logo the name stands on the cover', async () => {
  const named = await renderReportPdf({ ...branded, brand: { ...brand, logo: null } })
  expect(named.toString('latin1')).not.toContain('/Subtype /Image')
  expect(named.length).not.toBe((await renderReportPdf({ ...branded, brand: null })).length)
})
