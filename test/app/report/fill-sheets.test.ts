import { expect, test } from 'vitest'
import type { Run } from '#app/report/paper/break-lines.ts'
import { type Chapter, type FilledSheet, fillSheets } from '#app/report/paper/fill-sheets.ts'
import type { Element, Ink, Slice } from '#app/report/paper/slice.ts'

const slice = (height: number, more: Partial<Slice> = {}): Slice => ({
  before: 0,
  height,
  keep: false,
  wide: false,
  inks: [{ kind: 'rule', x: 0, y: 0, width: 1, height, tone: 'ink' }],
  ...more,
})
const chapter = (title: string, slices: Slice[], alone = false): Chapter => ({ title, slices, alone })
const titlesOf = ({ begins }: FilledSheet) => begins.map(({ title }) => title)
const heightsOf = (chapters: Chapter[], depth = 100) =>
  fillSheets(chapters, depth).map(({ inks }) => inks.map((ink) => (ink.kind === 'rule' ? ink.height : 0)))

test('a slice that does not fit starts a new sheet', () => {
  expect(heightsOf([chapter('a', [slice(60), slice(30), slice(20)])])).toEqual([[60, 30], [20]])
})

test('white space above a slice falls away at the top of a sheet', () => {
  const [, second] = fillSheets([chapter('a', [slice(90), slice(20, { before: 30 })])], 100)
  expect(second?.inks[0]).toMatchObject({ y: 0 })
})

test('a heading goes with the slice that it stands above', () => {
  expect(heightsOf([chapter('a', [slice(70), slice(10, { keep: true }), slice(40)])])).toEqual([
    [70],
    [10, 40],
  ])
})

test('what belongs together but is higher than a sheet is parted after all', () => {
  const rows = [slice(60, { keep: true }), slice(60, { keep: true }), slice(60)]
  expect(heightsOf([chapter('a', rows)])).toEqual([[60], [60], [60]])
})

test('the head of a table is drawn again on each further sheet, and only there', () => {
  const head = slice(5)
  const rows = Array.from({ length: 5 }, () => slice(40, { repeat: head }))
  expect(heightsOf([chapter('a', [slice(5, { keep: true }), ...rows])])).toEqual([
    [5, 40, 40],
    [5, 40, 40],
    [5, 40],
  ])
})

test('a note in the margin stands beside its slice, or below the note before it, and holds up only what is wide', () => {
  const noted = (height: number, note: number) =>
    slice(height, {
      note: { height: note, inks: [{ kind: 'rule', x: 9, y: 0, width: 1, height: note, tone: 'muted' }] },
    })
  const [sheet] = fillSheets(
    [chapter('a', [noted(10, 50), noted(10, 20), slice(5), slice(6, { wide: true })])],
    100,
  )
  expect(sheet?.inks.map((ink) => (ink.kind === 'rule' ? [ink.y, ink.height] : []))).toEqual([
    [0, 10],
    [0, 50],
    [10, 10],
    [57, 20],
    [20, 5],
    [84, 6],
  ])
})

test('a note that would leave the sheet takes its slice with it', () => {
  const note = { height: 40, inks: [] }
  expect(heightsOf([chapter('a', [slice(70), slice(10, { note })])])).toEqual([[70], [10]])
})

test('a chapter starts a new sheet, unless both it and the one before are short', () => {
  const begins = (chapters: Chapter[]) => fillSheets(chapters, 200).map(titlesOf)
  expect(begins([chapter('a', [slice(150)]), chapter('b', [slice(20)])])).toEqual([['a'], ['b']])
  expect(begins([chapter('a', [slice(60)]), chapter('b', [slice(60)])])).toEqual([['a', 'b']])
  expect(begins([chapter('a', [slice(60)]), chapter('b', [slice(190)])])).toEqual([['a'], ['b']])
})

test('a chapter goes on on a sheet that is hardly filled, even if it does not fit there whole', () => {
  const chapters = [chapter('a', [slice(40)]), chapter('b', [slice(60), slice(60), slice(60)])]
  const sheets = fillSheets(chapters, 200)
  expect(sheets.map(titlesOf)).toEqual([['a', 'b'], []])
})

test('the end of a chapter is gone on with, though the next one is parted by it', () => {
  const long = chapter('a', [slice(190), slice(100)])
  const next = chapter('b', [slice(40), slice(60), slice(60)])
  expect(fillSheets([long, next], 200).map(titlesOf)).toEqual([['a'], ['b'], []])
})

test('no chapter is parted to leave next to nothing on its last sheet', () => {
  const long = chapter('a', [slice(190), slice(100)])
  const next = chapter('b', [slice(50), slice(30)])
  expect(fillSheets([long, next], 200).map(titlesOf)).toEqual([['a'], [], ['b']])
})

test('a chapter is said to begin where its first slice stands', () => {
  const long = chapter('a', [slice(190), slice(100)])
  const next = chapter('b', [slice(70), slice(60), slice(60), slice(60)])
  expect(fillSheets([long, next], 200).map(titlesOf)).toEqual([['a'], [], ['b'], []])
})

test('a chapter that stands alone shares its sheet with none, before or after', () => {
  const short = (title: string, alone: boolean) => chapter(title, [slice(10)], alone)
  const sheets = fillSheets([short('cover', true), short('answer', false), short('next', true)], 200)
  expect(sheets.map(titlesOf)).toEqual([['cover'], ['answer'], ['next']])
})

test('a chapter that stands alone shares the sheet that it ends on, once that is another', () => {
  const answer = chapter('answer', [slice(190), slice(80)], true)
  const sheets = fillSheets([answer, chapter('next', [slice(50)])], 200)
  expect(sheets.map(titlesOf)).toEqual([['answer'], ['next']])
})

test('a margin note is read after the whole of its paragraph, on its own sheet', () => {
  const node = (tag: 'P' | 'Note') => ({ tag, children: [] }) as unknown as Element
  const line = (element: Element, text: string): Ink => ({
    kind: 'line',
    element,
    x: 0,
    baseline: 0,
    runs: [{ text } as Run],
  })
  const [first, second, note] = [node('P'), node('P'), node('Note')]
  const noted = slice(10, { inks: [line(first, 'a')], note: { height: 10, inks: [line(note, 'note')] } })
  const rest = [slice(10, { inks: [line(first, 'b')] }), slice(10, { inks: [line(second, 'c')] })]
  const read = (slices: Slice[], depth: number) =>
    fillSheets([chapter('a', slices)], depth).map(({ inks }) =>
      inks.map((ink) => (ink.kind === 'line' ? ink.runs.map(({ text }) => text).join('') : '')),
    )
  expect(read([noted, ...rest], 100)).toEqual([['a', 'b', 'note', 'c']])
  expect(read([noted, ...rest], 10)).toEqual([['a', 'note'], ['b'], ['c']])
})

test('where on its sheet a chapter begins is known', () => {
  const [sheet] = fillSheets([chapter('a', [slice(40)]), chapter('b', [slice(60)])], 200)
  expect(sheet?.begins).toEqual([
    { title: 'a', top: 0 },
    { title: 'b', top: 76 },
  ])
})

test('a chapter that runs over by little is set closer, one that runs over by more is not', () => {
  const rows = (last: number) => [slice(90), slice(80, { before: 20 }), slice(last, { before: 4 })]
  const inks = (last: number) =>
    fillSheets([chapter('a', rows(last))], 200).map((sheet) =>
      sheet.inks.map((ink) => ink.kind === 'rule' && ink.y),
    )
  expect(inks(6)).toEqual([[0, 110, 190 + 4]])
  expect(inks(12)).toEqual([[0, 103, 185.6]])
  expect(inks(40)).toEqual([[0, 110], [0]])
})
