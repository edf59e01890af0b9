import { expect, test } from 'vitest'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import quickScanFile from '#app/questionnaire/instruments/quick-scan.v1.json'
import { itemsOf } from '#app/questionnaire/items.ts'
import { resolveSelection, type Selection, selectionErrors } from '#app/questionnaire/selection.ts'

const full = findInstrument('full@1') as Instrument
const quickScan = findInstrument('quick-scan@1') as Instrument

const selection: Selection = Object.freeze({
  format: 'plumbline-selection/1',
  id: 'two',
  version: 3,
  title: 'Two items',
  purpose: 'For this test',
  minutes: '1',
  from: 'full@1',
  items: ['owns-outcome', 'stops'],
})

test('a selection has its own name and the chosen items, in the order and the sections of its source', () => {
  const two = resolveSelection(selection, full)
  expect([two.id, two.version, two.title, two.language]).toEqual(['two', 3, 'Two items', 'en-GB'])
  expect(two.sections.map((section) => section.id)).toEqual(['this-quarter', 'ownership'])
  expect(itemsOf(two).map((item) => item.id)).toEqual(['stops', 'owns-outcome'])
})

test('a selection leaves its source as it was', () => {
  const before = structuredClone(full)
  resolveSelection(selection, full)
  expect(full).toEqual(before)
})

test('a good selection has no errors', () => {
  expect(selectionErrors(selection, full)).toEqual([])
})

test('every item of the quick scan is the same item of the full diagnostic, word for word', () => {
  for (const item of itemsOf(quickScan)) expect(itemsOf(full)).toContainEqual(item)
})

test('the quick scan has the first section, the four signals, and the ownership and decision owners', () => {
  expect(itemsOf(quickScan).map((item) => item.id)).toEqual(quickScanFile.items)
  expect(quickScan.sections[0]).toEqual(full.sections[0])
  expect(quickScan.sections.slice(1).map((section) => section.items.map((item) => item.id))).toEqual([
    ['added-midquarter', 'hard-to-say-no', 'all-green', 'slow-crossfunctional'],
    ['owns-outcome', 'closes-loop'],
    ['decides-conflict', 'escalates-blocked'],
  ])
})
