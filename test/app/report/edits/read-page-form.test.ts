import { expect, test } from 'vitest'
import type { Edit } from '#app/report/edits/edit.ts'
import { pageFormOf } from '#app/report/edits/page-form.ts'
import { fieldName, readPageForm } from '#app/report/edits/read-page-form.ts'
import { settleStale } from '#app/report/edits/settle-stale.ts'
import { simulatedReport } from '#test/helpers/simulated-round.ts'

const { report } = simulatedReport({ profile: 'split', seniors: 9, departments: 12 })
const PAGE = 'answer-first'
const rows = (edits: Edit[] = []) => pageFormOf(report, edits, PAGE)?.rows ?? []

/** What a browser sends of the page as it was rendered. */
function sent(edits: Edit[] = [], changes: Record<string, string | null> = {}): FormData {
  const form = new FormData()
  for (const row of rows(edits)) {
    form.set(fieldName('was', row.key), row.was)
    if (row.words !== null) form.set(fieldName('text', row.key), row.words)
    if (row.note !== null) form.set(fieldName('note', row.key), row.note)
    if (row.hidden) form.set(fieldName('hide', row.key), '1')
    if (row.position !== null) form.set(fieldName('place', row.key), String(row.position))
  }
  for (const [name, value] of Object.entries(changes))
    value === null ? form.delete(name) : form.set(name, value)
  return form
}
const read = (form: FormData, edits: Edit[] = []) => readPageForm(report, edits, PAGE, form)
const TITLE = `${PAGE}:title`
const FIGURE = rows().find(({ place }) => place === 'figure')?.key ?? ''
const items = rows().filter(({ position }) => position !== null)

test('a page that is sent as it was changes nothing, edited or not', () => {
  expect(read(sent())).toEqual({ ok: true, changes: [] })
  const edits: Edit[] = [{ target: TITLE, kind: 'text', base: report.pages[0]?.title ?? '', value: 'Mine' }]
  expect(rows(edits)[0]?.words).toBe('Mine')
  expect(read(sent(edits), edits)).toEqual({ ok: true, changes: [] })
})

test('new words, a note, a passage left out and another order are one change each', () => {
  const first = items[0]?.key ?? ''
  const result = read(
    sent([], {
      [fieldName('text', TITLE)]: '  Mine†\n ',
      [fieldName('note', FIGURE)]: 'Look at the second row.',
      [fieldName('hide', FIGURE)]: '1',
      [fieldName('place', first)]: '9',
    }),
  )
  if (!result.ok) throw new Error(JSON.stringify(result.errors))
  expect(result.changes.map(({ kind }) => kind).toSorted()).toEqual(['hide', 'note', 'order', 'text'])
  const text = result.changes.find(({ kind }) => kind === 'text')
  expect(text).toMatchObject({ before: report.pages[0]?.title, after: 'Mine', edit: { value: 'Mine' } })
  const order = result.changes.find(({ kind }) => kind === 'order')?.edit?.value.split('\n')
  expect(order?.at(-1)).toBe(first)
})

test('the generated words typed again take the edit back', () => {
  const title = report.pages[0]?.title ?? ''
  const edits: Edit[] = [{ target: TITLE, kind: 'text', base: title, value: 'Mine' }]
  const result = read(sent(edits, { [fieldName('text', TITLE)]: title }), edits)
  expect(result).toMatchObject({ ok: true, changes: [{ edit: null, before: 'Mine', after: title }] })
})

test.each([
  ['nothing', '', /would be empty/],
  ['too much', 'x'.repeat(161), /161 characters; there is room for 160/],
])('%s is refused at its field', (_, words, error) => {
  const result = read(sent([], { [fieldName('text', TITLE)]: words }))
  expect(result.ok).toBe(false)
  if (!result.ok) expect(result.errors[fieldName('text', TITLE)]).toMatch(error)
})

test('a page whose figures have changed meanwhile is not saved over', () => {
  const result = read(sent([], { [fieldName('was', TITLE)]: 'Another title, with seven of nine' }))
  expect(result).toMatchObject({ ok: false, errors: { form: expect.stringContaining('have changed') } })
})

test('what was not sent is not changed', () => {
  expect(read(new FormData())).toEqual({ ok: true, changes: [] })
})

test('pages on how figures are made, and with the words of others, cannot be edited', () => {
  expect(pageFormOf(report, [], 'method')).toBeNull()
  expect(pageFormOf(report, [], 'how-to-read')).toBeNull()
  expect(pageFormOf(report, [], 'no-such-page')).toBeNull()
})

const edit: Edit = { target: 'p:title', kind: 'text', base: 'Two of nine', value: 'Hardly anybody' }

test('a stale edit is kept for the new figures, revised or not, or dropped', () => {
  const stale = { edit, now: { key: 'p:title', base: 'Six of nine' } }
  expect(settleStale(stale, { act: 'keep', words: 'Most of them' })).toEqual({
    ok: true,
    change: {
      target: 'p:title',
      kind: 'text',
      act: 'kept',
      edit: { target: 'p:title', kind: 'text', base: 'Six of nine', value: 'Most of them' },
      before: 'Hardly anybody',
      after: 'Most of them',
    },
  })
  expect(settleStale(stale, { act: 'drop', words: '' })).toMatchObject({
    change: { act: 'dropped', edit: null, before: 'Hardly anybody', after: 'Six of nine' },
  })
  expect(settleStale(stale, { act: 'keep', words: ' ' }).ok).toBe(false)
})

test('an edit whose place is gone can only be dropped', () => {
  expect(settleStale({ edit, now: null }, { act: 'keep', words: 'x' }).ok).toBe(false)
  expect(settleStale({ edit, now: null }, { act: 'drop', words: 'x' }).ok).toBe(true)
})

test('an order that is kept takes in what is new and forgets what is gone', () => {
  const order: Edit = { target: 'p:list', kind: 'order', base: 'a\nb\nc', value: 'c\nb\na' }
  const settled = settleStale(
    { edit: order, now: { key: 'p:list', base: 'a\nc\nd' } },
    { act: 'keep', words: '' },
  )
  expect(settled).toMatchObject({ change: { edit: { base: 'a\nc\nd', value: 'c\na\nd' } } })
})
