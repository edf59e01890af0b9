import { describe, expect, test } from 'vitest'
import { reportDocumentSchema } from '#app/report/document.ts'
import { applyEdits, MARK } from '#app/report/edits/apply-edits.ts'
import type { Edit } from '#app/report/edits/edit.ts'
import { keyPage, type Target, targetsOf } from '#app/report/edits/targets.ts'
import { simulatedReport } from '#test/helpers/simulated-round.ts'
import { textsOf } from '../report-texts.ts'

const { report } = simulatedReport({ profile: 'split', seniors: 9, departments: 12 })
const rescored = simulatedReport({ profile: 'levels-apart', seniors: 9, departments: 12 }).report
const frozen = JSON.stringify(report)
const targets = report.pages.flatMap((page) => targetsOf(keyPage(page)))

const find = (key: string): Target => {
  const target = targets.find((one) => one.key === key)
  if (!target) throw new Error(`no place ${key} among ${targets.map((one) => one.key).join(', ')}`)
  return target
}
const edit = (key: string, kind: Edit['kind'], value = ''): Edit => ({
  target: key,
  kind,
  base: find(key).base,
  value,
})
const textsIn = (document: typeof report) => textsOf(document).map(({ text }) => text)
const list = targets.find(({ place, base }) => place === 'list' && base.split('\n').length > 2) as Target

test('without edits it is the same document', () => {
  expect(applyEdits(report, [])).toEqual({ document: report, stale: [] })
  expect(applyEdits(report, []).document).toBe(report)
})

test('every place has a key of its own, made of its page and not of figures', () => {
  expect(new Set(targets.map(({ key }) => key)).size).toBe(targets.length)
  expect(targets.length).toBeGreaterThan(30)
  for (const { key } of targets) expect(key).toMatch(/^[a-z-]+:[a-z0-9-]+(~\d+)?$/)
  expect(targetsOf(keyPage(report.pages.find(({ id }) => id === 'method') as never))).toEqual([])
})

test('an edited sentence is marked as such, in the text and as data, and keeps its figures', () => {
  const target = targets.find(
    ({ place, key }) => place === 'sentence' && key.startsWith('diagnosis:'),
  ) as Target
  const { document, stale } = applyEdits(report, [edit(target.key, 'text', 'You talk past one another')])
  expect(stale).toEqual([])
  const sentences = document.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'list' ? block.items : block.kind === 'paragraph' ? block.sentences : [],
    ),
  )
  const edited = sentences.filter(({ voice }) => voice === 'consultant')
  expect(edited).toHaveLength(1)
  expect(edited[0]?.text).toBe(`You talk past one another${MARK}`)
  expect(edited[0]?.source?.why).toBeTruthy()
  expect(textsIn(document)).not.toContain(target.base)
  expect(textsIn(document)).toContain(`${MARK} In the words of Ada Moore.`)
  expect(reportDocumentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document)
})

test('the page on how to read the report tells that and how much was edited', () => {
  const figure = targets.find(({ place }) => place === 'figure') as Target
  const { document } = applyEdits(report, [
    edit('answer-first:title', 'text', 'A title'),
    edit(figure.key, 'hide'),
    edit(list.key, 'order', list.base.split('\n').toReversed().join('\n')),
  ])
  const reading = document.pages.find(({ id }) => id === 'how-to-read')
  expect(reading?.blocks.at(-1)).toEqual({
    kind: 'note',
    text: `What ends in ${MARK} is in the words of Ada Moore; the figures are not changed. Ada Moore has left out one passage that the answers gave. Ada Moore has put some findings in another order.`,
  })
})

test('an order moves items and loses none', () => {
  const keys = list.base.split('\n')
  const { document, stale } = applyEdits(report, [edit(list.key, 'order', keys.toReversed().join('\n'))])
  expect(stale).toEqual([])
  const pageId = list.key.split(':')[0]
  const itemsOf = (from: typeof report) =>
    from.pages
      .find(({ id }) => id === pageId)
      ?.blocks.flatMap((block) => (block.kind === 'list' ? [block.items.map(({ text }) => text)] : []))
  const before = itemsOf(report)?.find((items) => items.length === keys.length) ?? []
  expect(itemsOf(document)).toContainEqual(before.toReversed())
})

test('with all that stood under it a heading goes too, and a hidden page goes whole', () => {
  const page = report.pages.find(({ id }) => id === 'decisions')
  const keyed = keyPage(page as never)
  const table = keyed.blocks.find(
    ({ block }) => block.kind === 'table' && block.caption.startsWith('One role'),
  )?.target as Target
  const { document } = applyEdits(report, [edit(table.key, 'hide'), edit('levels:page', 'hide')])
  const decisions = document.pages.find(({ id }) => id === 'decisions')
  expect(JSON.stringify(decisions?.blocks)).not.toContain('Draft decision rights')
  expect(document.pages.map(({ id }) => id)).not.toContain('levels')
})

describe('after a re-score', () => {
  const edits = targets.flatMap((target) =>
    target.kinds
      .filter((kind) => kind !== 'order' && kind !== 'hide')
      .map((kind) => edit(target.key, kind, `Own ${target.key}`)),
  )
  const { document, stale } = applyEdits(rescored, edits)

  test('every edit is in the document or among the stale: none is lost, none is there twice', () => {
    const texts = JSON.stringify(document.pages)
    for (const { target, kind } of edits) {
      const applied = texts.split(`Own ${target}${MARK}`).length - 1
      const waiting = stale.filter((one) => one.edit.target === target && one.edit.kind === kind).length
      expect([target, kind, applied + waiting]).toEqual([target, kind, 1])
    }
    expect(stale.length).toBeGreaterThan(10)
    expect(stale.length).toBeLessThan(edits.length)
  })

  test('an edit whose number has changed is left out and says what is generated now', () => {
    const verdict = stale.find((one) => one.edit.target === 'answer-first:statement')
    const statement = rescored.pages[0]?.blocks.find((block) => block.kind === 'statement')
    expect(verdict?.now?.base).toBe(statement?.kind === 'statement' && statement.text)
    expect(textsIn(document)).toContain(verdict?.now?.base)
  })
})

test('an edit of a place that nobody has heard of is stale and has nowhere to go', () => {
  const strange: Edit = { target: 'answer-first:no-such-rule', kind: 'text', base: 'x', value: 'y' }
  expect(applyEdits(report, [strange])).toEqual({ document: report, stale: [{ edit: strange, now: null }] })
})

test('an edit follows its sentence where the one before it has gone', () => {
  const numbered = targets.find(({ key, place }) => place === 'sentence' && key.endsWith('~2'))
  if (!numbered) throw new Error('no sentence with a number')
  const moved = { ...edit(numbered.key, 'text', 'Followed'), target: numbered.key.replace('~2', '~3') }
  const { document, stale } = applyEdits(report, [moved])
  expect(stale).toEqual([])
  expect(JSON.stringify(document)).toContain(`Followed${MARK}`)
})

test('days that move with the day of issue make no edit stale', () => {
  const decision = targets.find(({ base }) => /by \d+ \w+ 2026/.test(base)) as Target
  const older = {
    ...edit(decision.key, 'text', 'Do it'),
    base: decision.base.replace(/\d+ \w+ 2026/, '1 January 2027'),
  }
  expect(applyEdits(report, [older]).stale).toEqual([])
})

test('the generated document is not touched', () => {
  expect(JSON.stringify(report)).toBe(frozen)
})
