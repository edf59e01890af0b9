import { type Instrument, instrumentSchema } from './instrument.ts'

export type InstrumentReading = { ok: true; instrument: Instrument } | { ok: false; errors: string[] }

type Path = readonly PropertyKey[]

/** Reads an instrument from data of unknown worth. Each error names the file, the item and what is wrong with it. */
export function readInstrument(file: string, data: unknown): InstrumentReading {
  const parsed = instrumentSchema.safeParse(data)
  if (parsed.success) return { ok: true, instrument: parsed.data }
  const errors = parsed.error.issues.map((issue) => `${file}: ${placeOf(data, issue.path)}${issue.message}`)
  return { ok: false, errors }
}

/** Where in the file: an item or a section by its id, or by its position if it has none, and the part of it. */
function placeOf(data: unknown, path: Path): string {
  const owner = ownerPath(path)
  const kind = owner.length === 4 ? 'item' : 'section'
  const place = owner.length === 0 ? [] : [`${kind} ${nameOf(data, owner)}`]
  const part = path.slice(owner.length).map(String).join('.')
  return [...place, ...(part === '' ? [] : [part])].map((text) => `${text}: `).join('')
}

/** The part of the path that leads to the item it is in, or else to the section. */
function ownerPath(path: Path): Path {
  if (path[0] !== 'sections' || path.length < 2) return []
  return path[2] === 'items' && path.length > 3 ? path.slice(0, 4) : path.slice(0, 2)
}

function nameOf(data: unknown, path: Path): string {
  const node = path.reduce<unknown>((parent, key) => (parent as Record<PropertyKey, unknown>)[key], data)
  const id = (node as { id?: unknown } | null)?.id
  return typeof id === 'string' ? `"${id}"` : `number ${Number(path.at(-1)) + 1}`
}
