import { normaliseLabel } from '#app/http/normalise-text.ts'
import type { Edit, EditChange, StaleEdit } from './edit.ts'
import { wordsOf } from './read-page-form.ts'

export type Settled = { ok: true; change: EditChange } | { ok: false; error: string }

/** An edit that no longer fits is taken over for the new figures, as it is or revised, or dropped. */
export function settleStale(
  { edit, now }: StaleEdit,
  decision: { act: 'keep' | 'drop'; words: string },
): Settled {
  const { target, kind } = edit
  const generated = now?.base ?? ''
  const before =
    kind === 'text' || kind === 'note' ? edit.value : wordsOf(kind, edit.value, { base: edit.base })
  if (decision.act === 'drop') {
    return { ok: true, change: { target, kind, act: 'dropped', edit: null, before, after: generated } }
  }
  if (!now) return { ok: false, error: 'The place of this edit is gone: it can only be dropped.' }
  const value = keptValue(edit, now.base, normaliseLabel(decision.words))
  if (value === null) return { ok: false, error: 'Please keep some words, or drop the edit.' }
  const kept: Edit = { target: now.key, kind, base: now.base, value }
  const after = wordsOf(kind, value, { base: now.base })
  return { ok: true, change: { target, kind, act: 'kept', edit: kept, before, after } }
}

function keptValue({ kind, value }: Edit, base: string, words: string): string | null {
  if (kind === 'hide') return ''
  if (kind !== 'order') return words === '' ? null : words
  const keys = base.split('\n')
  const wanted = value.split('\n').filter((key) => keys.includes(key))
  return [...wanted, ...keys.filter((key) => !wanted.includes(key))].join('\n')
}
