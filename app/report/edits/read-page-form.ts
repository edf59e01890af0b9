import { normaliseLabel } from '#app/http/normalise-text.ts'
import type { ReportDocument } from '../document.ts'
import { MARK } from './apply-edits.ts'
import type { Edit, EditChange, EditKind } from './edit.ts'
import { type Resolved, resolveEdits } from './resolve-edits.ts'
import { type KeyedBlock, type KeyedPage, keyPage, type Target, targetsOf } from './targets.ts'
import { isStill } from './was.ts'

const LONGEST = { title: 160, heading: 160, note: 600, other: 1000 } as const

export type ReadForm = { ok: true; changes: EditChange[] } | { ok: false; errors: Record<string, string> }

/** Names of the fields of the form, by kind of edit and key; `was` holds the generated text that the page showed. */
export const fieldName = (field: EditKind | 'place' | 'was', key: string) => `${field}.${key}`

/** What a consultant has changed on one page, or what is wrong with it. Nothing is changed by what was not sent. */
export function readPageForm(
  generated: ReportDocument,
  edits: readonly Edit[],
  pageId: string,
  form: FormData,
): ReadForm {
  const pages = generated.pages.map(keyPage)
  const page = pages.find((one) => one.page.id === pageId)
  if (!page) return { ok: false, errors: { form: 'This page is no longer in the report.' } }
  const { resolved } = resolveEdits(pages, edits)
  const errors: Record<string, string> = {}
  const changes = [
    ...targetsOf(page).flatMap((target) => targetChanges(target, resolved, form, errors)),
    ...page.blocks.flatMap((block) => orderChanges(block, resolved, form, errors)),
  ]
  if (isOutOfDate(page, form))
    errors.form =
      'The figures of this page have changed since you opened it. What you typed is still here: hold it against the new text, then save again.'
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, changes }
}

function isOutOfDate(page: KeyedPage, form: FormData): boolean {
  return targetsOf(page).some((target) => {
    const was = form.get(fieldName('was', target.key))
    return was !== null && !isStill(target, String(was))
  })
}

function targetChanges(
  target: Target,
  resolved: Resolved,
  form: FormData,
  errors: Record<string, string>,
): EditChange[] {
  return target.kinds.flatMap((kind) => {
    if (kind === 'order') return []
    const value = kind === 'hide' ? readHide(target, form) : readWords(target, kind, form, errors)
    return value === undefined ? [] : change(target, kind, value, resolved)
  })
}

/** Undefined where the field was not sent or cannot be taken; null where the generated text stands. */
function readWords(
  { key, base, place }: Target,
  kind: 'text' | 'note',
  form: FormData,
  errors: Record<string, string>,
): string | null | undefined {
  const name = fieldName(kind, key)
  const sent = form.get(name)
  if (sent === null) return undefined
  const words = normaliseLabel(String(sent).replaceAll(MARK, ''))
  const most =
    kind === 'note' ? LONGEST.note : place === 'title' || place === 'heading' ? LONGEST[place] : LONGEST.other
  if (words.length > most) {
    errors[name] = `This has ${words.length} characters; there is room for ${most}.`
    return undefined
  }
  if (kind === 'note') return words === '' ? null : words
  if (words === '') {
    errors[name] = 'This would be empty. To take it out, tick “Leave out”, where there is one.'
    return undefined
  }
  const was = String(form.get(fieldName('was', key)) ?? base)
  return words === normaliseLabel(was) || words === normaliseLabel(base) ? null : words
}

function readHide({ key }: Target, form: FormData): string | null | undefined {
  if (form.get(fieldName('was', key)) === null) return undefined
  return form.get(fieldName('hide', key)) === null ? null : ''
}

function change(target: Target, kind: EditKind, value: string | null, resolved: Resolved): EditChange[] {
  const before = resolved.edit(kind, target)
  if ((before?.value ?? null) === value) return []
  const words = (edit: string | null) => wordsOf(kind, edit, target)
  return [
    {
      target: before?.target ?? target.key,
      kind,
      act: 'changed',
      edit: value === null ? null : { target: target.key, kind, base: target.base, value },
      before: words(before?.value ?? null),
      after: words(value),
    },
  ]
}

/** What a reader finds at the place, in the words of the audit trail. */
export function wordsOf(kind: EditKind, value: string | null, { base }: Pick<Target, 'base'>): string {
  switch (kind) {
    case 'text':
      return value ?? base
    case 'note':
      return value ?? 'no note'
    case 'hide':
      return `${value === null ? 'Shown' : 'Left out'}: ${base.split('\n')[0]}`
    case 'order':
      return value ?? base
  }
}

function orderChanges(
  { target, sentences }: KeyedBlock,
  resolved: Resolved,
  form: FormData,
  errors: Record<string, string>,
): EditChange[] {
  if (!target?.kinds.includes('order') || sentences.length < 2) return []
  const places = sentences.map(({ key }) => form.get(fieldName('place', key)))
  if (places.some((place) => place === null)) return []
  for (const [index, place] of places.entries()) {
    if (/^\s*\d{1,3}\s*$/.test(String(place))) continue
    errors[fieldName('place', sentences[index]?.key ?? '')] = 'Please give the place as a number.'
  }
  const order = sentences
    .map(({ key }, index) => ({ key, place: Number(places[index]) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ key }) => key)
    .join('\n')
  return change(target, 'order', order === target.base ? null : order, resolved)
}
