import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { findInstrument, instrumentKey } from '#app/questionnaire/catalogue.ts'
import { readInstrumentFile } from '#app/questionnaire/files/read-file.ts'
import { writeInstrumentFile } from '#app/questionnaire/files/write-file.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { askedInstrument, unready } from '#app/questionnaire/own/draft.ts'
import { addOwnItem, editItem, moveItem, switchItem } from '#app/questionnaire/own/edit-draft.ts'
import {
  changeDraft,
  copyInstrument,
  deleteDraft,
  freezeDraft,
  importInstrument,
  nextVersion,
} from '#app/questionnaire/own/own-instruments.server.ts'
import { addLanguage, translate } from '#app/questionnaire/own/translate-draft.ts'
import { instrumentByKey, offeredInstruments } from '#app/questionnaire/own/workspace-catalogue.server.ts'
import { textsOf } from '#app/questionnaire/texts.ts'
import { findOwnInstrument, listOwnInstruments, updateDraftInstrument } from '#db/instruments.ts'
import { memoryDatabase } from '#test/db/fixtures.ts'

const BY = Object.freeze({ name: 'Anna Berg', today: '2026-03-02' })
const quickScan = findInstrument('quick-scan@1') as Instrument
const fields = (values: Record<string, string>) => (name: string) => values[name] ?? ''

async function copied() {
  const db = await memoryDatabase()
  const step = await copyInstrument(db, quickScan, BY)
  if (!step.ok) throw new Error(step.errors.join())
  return { db, own: step.own }
}

test('a copy is a draft under a name of its own, and no round may use it yet', async () => {
  const { db, own } = await copied()
  expect(own).toMatchObject({ name: 'own-quick-scan', version: 1, frozenOn: null })
  expect((await offeredInstruments(db)).map(instrumentKey)).toEqual(['full@1', 'quick-scan@1', 'pulse@1'])
  expect(await instrumentByKey(db, 'own-quick-scan@1')).toBeNull()
  const again = await copyInstrument(db, quickScan, BY)
  expect(again.ok && again.own.name).toBe('own-quick-scan-2')
})

test('once frozen it is offered, and nothing can change it: no edit, no update, no statement', async () => {
  const { db, own } = await copied()
  await changeDraft(db, own.id, BY, (draft) => ({ ok: true, draft: switchItem(draft, 'tiebreak', false) }))
  expect((await freezeDraft(db, own.id, BY)).ok).toBe(true)
  const frozen = await instrumentByKey(db, 'own-quick-scan@1')
  expect(itemsOf(frozen as Instrument).map(({ id }) => id)).not.toContain('tiebreak')
  expect((await offeredInstruments(db)).map(instrumentKey)).toContain('own-quick-scan@1')

  const edit = await changeDraft(db, own.id, BY, (draft) => moveItem(draft, 'stops', 'up'))
  expect(edit).toEqual({ ok: false, errors: ['This version is frozen: make the next one.'] })
  expect(await updateDraftInstrument(db, { ...own, changedOn: BY.today })).toBe(false)
  expect(await deleteDraft(db, own.id)).toBe(false)
  await expect(sql`update instrument set content = '{}'`.execute(db)).rejects.toThrow('cannot be changed')
  await expect(sql`update instrument set frozen_on = null`.execute(db)).rejects.toThrow('cannot be changed')
  await expect(sql`delete from instrument`.execute(db)).rejects.toThrow('cannot be removed')
  expect(await instrumentByKey(db, 'own-quick-scan@1')).toEqual(frozen)
})

test('an edit of a frozen version makes the next; the one before stays as it was', async () => {
  const { db, own } = await copied()
  await freezeDraft(db, own.id, BY)
  const before = await instrumentByKey(db, 'own-quick-scan@1')
  const next = await nextVersion(db, own.id, BY)
  const again = await nextVersion(db, own.id, BY)
  if (!next.ok || !again.ok) throw new Error('no next version')
  expect([next.own.version, again.own.id]).toEqual([2, next.own.id])
  await changeDraft(db, next.own.id, BY, (draft) =>
    editItem(draft, 'tiebreak', fields({ wording: 'Who wins?' }), ['senior']),
  )
  await freezeDraft(db, next.own.id, BY)
  expect(await instrumentByKey(db, 'own-quick-scan@1')).toEqual(before)
  const second = itemsOf((await instrumentByKey(db, 'own-quick-scan@2')) as Instrument)
  expect(second.find(({ id }) => id === 'tiebreak')).toMatchObject({
    wording: 'Who wins?',
    levels: ['senior'],
  })
})

test('an item taken out of one version does not come back under its id as something else', async () => {
  const { db, own } = await copied()
  const added = { wording: 'How often?', section: 'focus', construct: 'focus', kind: 'scale' }
  await changeDraft(db, own.id, BY, (draft, earlier) => addOwnItem(draft, fields(added), earlier))
  await freezeDraft(db, own.id, BY)
  const frozen = (await instrumentByKey(db, 'own-quick-scan@1')) as Instrument
  const turned = {
    ...frozen,
    sections: frozen.sections.map((section) => ({
      ...section,
      items: section.items.map((item) =>
        item.id === 'own-1' && item.kind === 'scale' ? { ...item, healthyEnd: 'low' as const } : item,
      ),
    })),
  }
  expect(await importInstrument(db, turned, BY)).toEqual({
    ok: false,
    errors: ['item "own-1": version 1 has it with another healthy end; take a new id'],
  })
})

test('a draft goes out as a file and comes back in as the same', async () => {
  const { db, own } = await copied()
  await freezeDraft(db, own.id, BY)
  const frozen = (await instrumentByKey(db, 'own-quick-scan@1')) as Instrument
  const read = readInstrumentFile(writeInstrumentFile(frozen, 'yaml'))
  const step = read.ok ? await importInstrument(db, read.instrument, BY) : read
  if (!('own' in step)) throw new Error('not imported')
  expect(step.own).toMatchObject({ name: 'own-quick-scan', version: 2 })
  expect(step.own.draft.instrument).toEqual({ ...frozen, version: 2 })
})

test('a shipped file comes in under another name, and a shipped item cannot mean something else', async () => {
  const db = await memoryDatabase()
  const step = await importInstrument(db, quickScan, BY)
  expect(step.ok && step.own.name).toBe('own-quick-scan')
  const bent = structuredClone(quickScan)
  const item = itemsOf(bent).find(({ id }) => id === 'tiebreak')
  Object.assign(item ?? {}, { construct: 'rhythm' })
  expect(await importInstrument(db, { ...bent, id: 'bent' }, BY)).toEqual({
    ok: false,
    errors: ['item "tiebreak": its construct must be that of the shipped item, or take an id of your own'],
  })
  expect(await listOwnInstruments(db)).toHaveLength(1)
})

test('an own item is a scale or a text', async () => {
  const db = await memoryDatabase()
  const own = structuredClone(quickScan)
  const item = itemsOf(own).find(({ id }) => id === 'notnow')
  Object.assign(item ?? {}, { id: 'mine' })
  const step = await importInstrument(db, { ...own, id: 'mine' }, BY)
  expect(step).toEqual({
    ok: false,
    errors: ['item "mine": an item of your own is a scale or a text, not of kind "choice"'],
  })
})

test('a language has to be complete, and complete again after the original has changed, before anything is frozen', async () => {
  const { db, own } = await copied()
  await changeDraft(db, own.id, BY, (draft) => addLanguage(draft, 'fr'))
  const refused = await freezeDraft(db, own.id, BY)
  expect(refused.ok ? [] : refused.errors).toEqual([
    expect.stringMatching(/^The language “fr” is not complete: \d+ missing, 0 to be looked at again\.$/),
  ])
  await changeDraft(db, own.id, BY, (draft) => translate(draft, 'fr', (key) => `fr ${key}`))
  const draft = (await findOwnInstrument(db, own.id))?.draft
  if (!draft) throw new Error('no draft')
  expect(unready(draft)).toEqual([])

  await changeDraft(db, own.id, BY, (now) =>
    editItem(now, 'tiebreak', fields({ wording: 'Which one wins?' }), ['senior', 'department']),
  )
  const after = (await findOwnInstrument(db, own.id))?.draft
  expect(after && unready(after)).toEqual([
    'The language “fr” is not complete: 0 missing, 1 to be looked at again.',
  ])
  await changeDraft(db, own.id, BY, (now) =>
    translate(now, 'fr', (key) => (key === 'item.tiebreak.wording' ? 'Laquelle gagne ?' : null)),
  )
  expect((await freezeDraft(db, own.id, BY)).ok).toBe(true)
})

test('what is off keeps its words, needs no translation, and is not asked', async () => {
  const { db, own } = await copied()
  await changeDraft(db, own.id, BY, (draft) =>
    editItem(draft, 'stops', fields({ wording: 'What could wait?', nothing: 'No idea' }), [
      'senior',
      'department',
    ]),
  )
  await changeDraft(db, own.id, BY, (draft) => ({ ok: true, draft: switchItem(draft, 'stops', false) }))
  const draft = (await findOwnInstrument(db, own.id))?.draft
  if (!draft) throw new Error('no draft')
  expect(textsOf(askedInstrument(draft)).some(({ itemId }) => itemId === 'stops')).toBe(false)
  const back = askedInstrument(switchItem(draft, 'stops', true))
  expect(itemsOf(back).find(({ id }) => id === 'stops')).toMatchObject({
    wording: 'What could wait?',
    nothingLabel: 'No idea',
  })
})

test('an edit that leaves an item without words, or asks nobody, changes nothing', async () => {
  const { db, own } = await copied()
  for (const [typed, levels] of [
    [{ wording: ' ' }, ['senior']],
    [{ wording: 'Who?' }, []],
  ] as const) {
    const edited = await changeDraft(db, own.id, BY, (draft) =>
      editItem(draft, 'stops', fields(typed), levels),
    )
    expect(edited.ok).toBe(false)
  }
  expect((await findOwnInstrument(db, own.id))?.draft).toEqual(own.draft)
})
