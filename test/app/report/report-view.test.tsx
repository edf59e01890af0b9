import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TONE_COLOURS } from '#app/report/paper/paper-style.ts'
import { ReportView } from '#app/report/report-view.tsx'
import { SAMPLE_DOCUMENT } from './sample-document.ts'

const html = renderToStaticMarkup(<ReportView document={SAMPLE_DOCUMENT} pdfHref="/report.pdf" />)

test('every page is a section that the contents lead to', () => {
  for (const { id } of SAMPLE_DOCUMENT.pages) {
    expect(html).toContain(`<a href="#${id}">`)
    expect(html).toContain(`<section class="report-page" id="${id}" aria-labelledby="${id}-title">`)
  }
})

test('pages come in the order of the document, one heading level below the client', () => {
  const titles = [...html.matchAll(/<h2 id="[^"]+">([^<]+)<\/h2>/g)].map(([, title]) => title)
  expect(titles).toEqual(SAMPLE_DOCUMENT.pages.map(({ title }) => title))
  expect(html.match(/<h1>/g)).toHaveLength(1)
})

test('a sentence from figures says why, under the number it ends with', () => {
  expect(html).toContain('for the first priority.<sup>1</sup>')
  expect(html).toContain('<summary>Why does it say this?</summary><ol start="1">')
  expect(html).toContain('n 9, 6 of 9 without a specific stop, threshold: a majority')
})

test('the cover does not repeat the client and the round among its facts', () => {
  expect(html.match(/Round one, winter 2026/g)).toHaveLength(1)
  expect(html).toContain('7 of 8 answered')
})

test('each table cell carries the label of its column, for phones', () => {
  expect(html).toContain('<td class="start" data-label="Owner role">Chief executive</td>')
  expect(html).toContain('<th scope="col" class="end">Agreement</th>')
})

test('charts can be reached by keyboard where they scroll, and read as words', () => {
  const figures = html.match(/<figure/g)?.length
  expect(html.match(/<section class="scroller" aria-label="Chart: [^"]+" tabindex="0">/g)).toHaveLength(
    figures ?? 0,
  )
  expect(html.match(/The figures in words/g)).toHaveLength(figures ?? 0)
})

test('nothing is styled or scripted inline', () => {
  expect(html).not.toMatch(/ style=|<script|<style| on[a-z]+=/)
})

test('paper has the colours of the page', () => {
  const tokens = readFileSync(new URL('../../../app/ui/tokens.css', import.meta.url), 'utf8')
  for (const [tone, colour] of Object.entries(TONE_COLOURS)) expect(tokens).toContain(`--${tone}: ${colour};`)
})
