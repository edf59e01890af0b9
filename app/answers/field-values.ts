/** What stands in the fields of a form: field name to its values. Kept as plain data, so that it crosses a loader. */
export type FieldValues = Readonly<Record<string, readonly string[]>>

export function valuesFrom(pairs: Iterable<readonly [string, FormDataEntryValue]>): FieldValues {
  const values = new Map<string, string[]>()
  for (const [name, value] of pairs) {
    if (typeof value !== 'string') continue
    values.set(name, [...(values.get(name) ?? []), value])
  }
  return Object.fromEntries(values)
}

/** The one value of a text field, or nothing. */
export function valueAt(values: FieldValues, name: string): string {
  return values[name]?.[0] ?? ''
}

/** Whether a radio button or a checkbox is to be ticked. */
export function hasValue(values: FieldValues, name: string, value: string): boolean {
  return values[name]?.includes(value) ?? false
}
