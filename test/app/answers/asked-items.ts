import { findInstrument } from '#app/questionnaire/catalogue.ts'
import type { ItemKind, ItemOf } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'

export const full = (() => {
  const instrument = findInstrument('full@1')
  if (!instrument) throw new Error('the full diagnostic is not in the catalogue')
  return instrument
})()

export const departments = Object.freeze([{ id: 'finance' }, { id: 'sales' }, { id: 'operations' }])
export const roles = Object.freeze([{ id: 'ceo' }, { id: 'coo' }, { id: 'cfo' }])

/** An item of the full diagnostic whose kind the test relies on. */
export function askedItem<Kind extends ItemKind>(id: string, kind: Kind): ItemOf<Kind> {
  const item = itemsOf(full).find((candidate) => candidate.id === id)
  if (item?.kind !== kind) throw new Error(`the full diagnostic has no item ${id} of kind ${kind}`)
  return item as ItemOf<Kind>
}

export function formWith(...fields: readonly (readonly [name: string, value: string])[]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}
