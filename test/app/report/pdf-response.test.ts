import { describe, expect, test } from 'vitest'
import { pdfResponse } from '#app/report/pdf-response.server.ts'
import type { Printed } from '#app/report/press.server.ts'
import { SAMPLE_DOCUMENT } from './sample-document.ts'

async function answer(printed: Printed, address = 'http://localhost/rounds/7/report.pdf') {
  const asked: unknown[] = []
  const response = await pdfResponse(SAMPLE_DOCUMENT, new Request(address), async (_document, paper) => {
    asked.push(paper)
    return printed
  })
  return { response, asked, text: await response.text() }
}

test('a printed report is a download named by its document', async () => {
  const { response, text, asked } = await answer({
    kind: 'printed',
    pdf: new TextEncoder().encode('%PDF-1.7'),
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="plumbline-[a-z0-9-]+\.pdf"$/,
  )
  expect(text).toBe('%PDF-1.7')
  expect(asked).toEqual(['A4'])
})

test('the paper is the one asked for', async () => {
  const letter = await answer(
    { kind: 'not-printed', reason: 'busy' },
    'http://localhost/report.pdf?paper=letter',
  )
  expect(letter.asked).toEqual(['Letter'])
})

describe('a report that is not printed is a page that says why and leads back', () => {
  test.each([
    ['busy', 503, '10', 'Many reports are being printed'],
    ['too-long', 503, null, 'It was stopped after 30 seconds'],
    ['too-large', 503, null, 'too large to print'],
    ['fault', 500, null, 'Something went wrong on our side'],
  ] as const)('%s', async (reason, status, retryAfter, words) => {
    const { response, text } = await answer({ kind: 'not-printed', reason })
    expect(response.status).toBe(status)
    expect(response.headers.get('retry-after')).toBe(retryAfter)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(text).toContain(words)
    expect(text).toContain('href="/rounds/7/report"')
    expect(text).not.toMatch(/<script|style=|<style/)
  })
})
