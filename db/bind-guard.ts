type Bindable = string | number | bigint | null | Uint8Array

/**
 * Lets through what SQLite stores as it is meant. Without this a Date or an object is taken for a set of named
 * parameters and stored as NULL without a word. The message names the kind, never the value: it may reach a log.
 *
 * @throws {TypeError} for everything that SQLite would store as something else
 */
export function bindable(value: unknown, index: number): Bindable {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (value === null || typeof value === 'string' || typeof value === 'bigint') return value
  if (value instanceof Uint8Array) return value
  throw new TypeError(`parameter ${index + 1} cannot be stored: ${kindOf(value)}`)
}

function kindOf(value: unknown): string {
  if (typeof value === 'number') return 'a number that is not finite'
  if (typeof value === 'object') return value?.constructor?.name ?? 'object'
  return typeof value
}
