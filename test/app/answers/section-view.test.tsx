import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Answers } from '#app/answers/answer.ts'
import { parseSection } from '#app/answers/parse-section.ts'
import { type SectionOutcome, sectionPageOf, stepFrom } from '#app/answers/section-page.ts'
import { SectionView } from '#app/answers/section-view.tsx'
import { sectionsFor } from '#app/questionnaire/items.ts'
import { full } from './asked-items.ts'

const names = Object.freeze({
  departments: [
    { id: 'finance', name: 'Finance' },
    { id: 'sales', name: 'Sales' },
  ],
  roles: [{ id: 'ceo', name: 'Chief executive' }],
})
const sections = sectionsFor(full, 'senior')

function pageOf(sectionId: string, answers: Answers = {}) {
  const source = {
    sections,
    level: 'senior' as const,
    answers,
    revisions: {},
    names,
    promise: 'Ada sees it.',
  }
  const page = sectionPageOf(source, sectionId)
  if (!page) throw new Error(`no section ${sectionId}`)
  return page
}

const render = (sectionId: string, answers?: Answers, outcome?: SectionOutcome) =>
  renderToStaticMarkup(<SectionView page={pageOf(sectionId, answers)} outcome={outcome} />)

/** The fields that a browser would send for the page as it stands. */
function fieldsOf(html: string): FormData {
  const form = new FormData()
  const plain = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  const attribute = (tag: string, name: string) =>
    plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const tickable = /type="(radio|checkbox)"/.test(tag)
    if (!tickable || / checked=""/.test(tag)) form.append(attribute(tag, 'name'), attribute(tag, 'value'))
  }
  for (const [, tag = '', text = ''] of html.matchAll(/(<textarea [^>]*>)([^<]*)<\/textarea>/g)) {
    form.append(attribute(tag, 'name'), plain(text))
  }
  for (const [, tag = '', options = ''] of html.matchAll(/(<select [^>]*>)(.*?)<\/select>/g)) {
    const chosen = /<option [^>]*selected=""[^>]*>/.exec(options)?.[0] ?? ''
    form.append(attribute(tag, 'name'), attribute(chosen, 'value'))
  }
  return form
}

const answers: Answers = {
  priorities: {
    state: 'answered',
    value: {
      kind: 'lines',
      lines: ['A "quoted" <b>one</b>', 'Two', 'Three', 'Four & more', 'Five'].map((text) => ({
        text,
        picks: {},
      })),
    },
  },
  'estimate-first': { state: 'cant-say' },
  tradeoff: { state: 'answered', value: { kind: 'choice', option: 'specific', text: 'The portal' } },
  stops: { state: 'answered', value: { kind: 'lines', lines: [] } },
  dependencies: {
    state: 'answered',
    value: { kind: 'lines', lines: [{ text: 'Data', picks: { 'need-from': 'sales' } }] },
  },
  tiebreak: { state: 'answered', value: { kind: 'scale', point: 2 } },
  'owns-outcome': { state: 'answered', value: { kind: 'owner', owner: { kind: 'role', roleId: 'ceo' } } },
  'closes-loop': {
    state: 'answered',
    value: { kind: 'owner', owner: { kind: 'someone-else', text: 'The PMO' } },
  },
  'weekly-answers': { state: 'answered', value: { kind: 'multi', options: [] } },
  initiatives: { state: 'answered', value: { kind: 'number', number: 0 } },
  'one-fix': { state: 'answered', value: { kind: 'text', text: 'Fewer <meetings>', mayQuote: false } },
}

test.each(sections.map(({ id }) => id))(
  'the page of "%s" sends back exactly the answers it was made from',
  (id) => {
    const { section } = pageOf(id)
    const mine = Object.fromEntries(
      section.items.map((item) => [item.id, answers[item.id] ?? { state: 'skipped' as const }]),
    )
    const form = fieldsOf(render(id, mine))
    const { answers: parsed, errors } = parseSection(section, form, names.departments, names.roles)
    expect(errors).toEqual({})
    expect(parsed).toEqual(mine)
    expect(section.items.every((item) => form.has(`${item.id}.revision`))).toBe(true)
  },
)

test('every item is a group with its words as legend, and every control has a name to be read out', () => {
  for (const { id, items } of sections) {
    const html = render(id)
    expect(html.match(/<fieldset/g)).toHaveLength(items.length)
    expect(html.match(/<legend/g)).toHaveLength(items.length)
    const typed = html.match(/<(input type="text"|textarea|select) ?[^>]*>/g) ?? []
    const labelled = typed.filter((tag) => /aria-label/.test(tag) || /\.text"/.test(tag))
    expect(labelled).toEqual(typed)
  }
})

test('the page says where one is and how long it will take', () => {
  expect(render('focus')).toMatch(/Section 2 of 7, about \d+ minutes left/)
})

test('an error stands at the top as a link and beside its field, with what was typed', () => {
  const outcome = {
    values: { initiatives: ['a dozen'] },
    revisions: { initiatives: 3 },
    errors: { initiatives: 'Please give a whole number' },
    conflicts: {},
    empty: [],
  }
  const html = render('focus', {}, outcome)
  expect(html).toMatch(/role="alert".*href="#initiatives"/)
  expect(html).toMatch(/id="initiatives-error">Please give a whole number/)
  expect(html).toMatch(/<fieldset id="initiatives"[^>]*aria-describedby="initiatives-help initiatives-error"/)
  expect(html).toMatch(/name="initiatives"[^>]*aria-invalid="true"[^>]*value="a dozen"/)
  expect(html).toMatch(/name="initiatives.revision"[^>]*value="3"/)
})

test('of two versions both are shown and neither is chosen for the person', () => {
  const conflicts = { 'all-green': { stored: 'Often', typed: 'Rarely', revision: 7 } }
  const outcome = {
    values: { 'all-green': ['2'] },
    revisions: { 'all-green': 1 },
    errors: {},
    conflicts,
    empty: [],
  }
  const html = render('focus', {}, outcome)
  expect(html).toMatch(/<q>Often<\/q>.*<q>Rarely<\/q>/)
  expect(html).toContain('name="all-green.keep" value="stored"')
  expect(html).toContain('name="all-green.keep" value="typed:7"')
  expect(html).toMatch(/name="all-green.revision"[^>]*value="1"/)
  expect(html).not.toMatch(/all-green\.keep"[^>]*checked/)
})

test('what was left empty is asked about in a friendly way, once', () => {
  const outcome = { values: {}, revisions: {}, errors: {}, conflicts: {}, empty: ['priorities'] }
  const html = render('this-quarter', {}, outcome)
  expect(html).toContain('Did you mean to leave this empty?')
  expect(html).toContain('<input type="hidden" name="asked" value="1"/>')
  expect(render('this-quarter')).not.toContain('name="asked"')
})

test('Enter saves and stays: the first button of the form is not the one that moves a line', () => {
  const [first] = render('this-quarter').match(/<button[^>]*>/g) ?? []
  expect(first).toContain('name="go" value="stay"')
})

test('five lines that are filled all stand open', () => {
  const [open = ''] = render('this-quarter', answers).split('</fieldset>')
  expect(open).not.toContain('<details')
  expect(render('this-quarter')).toContain('Add more, up to 5')
})

test('the steps lead from the overview through the sections to the review', () => {
  expect(stepFrom(sections, 'this-quarter', 'back')).toBe('/answer')
  expect(stepFrom(sections, 'this-quarter', 'next')).toBe('/answer/focus')
  expect(stepFrom(sections, 'readiness', 'next')).toBe('/answer/review')
})

test('a page needs no inline script or style, and with the script of the questionnaire it stays small', () => {
  for (const { id } of sections) {
    const html = render(id, answers)
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/)
    expect(gzipSync(html).length).toBeLessThan(6 * 1024)
  }
  const folder = resolve(import.meta.dirname, '../../../app/answers')
  expect(statSync(`${folder}/autosave.browser.js`).size).toBeLessThanOrEqual(8 * 1024)
  expect(statSync(`${folder}/questionnaire.css`).size).toBeLessThanOrEqual(12 * 1024)
})
