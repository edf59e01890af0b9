import { readFileSync } from 'node:fs'

/** One hostile input, with what is to become of it. */
export interface HostileItem {
  id: string
  kind: string
  field: string
  expect: string[]
  /** What somebody types; null where the item is a body or a request as it goes over the wire. */
  text: string | null
  /** Bytes that are sent as they are: a body, or bytes that are no text. */
  bytes: Buffer | null
  contentType: string | null
  /** A whole request as it goes over the wire. */
  rawHttp: Buffer | null
}

export interface Corpus {
  items: HostileItem[]
  /** Entries that cannot be read, with the reason. */
  unreadable: { id: string; why: string }[]
}

type Entry = Record<string, unknown>

export function readCorpus(path: string): Corpus {
  const { items } = JSON.parse(readFileSync(path, 'utf8')) as { items?: unknown }
  if (!Array.isArray(items)) throw new Error(`${path} holds no list of items`)
  const corpus: Corpus = { items: [], unreadable: [] }
  for (const [index, entry] of (items as Entry[]).entries()) {
    const id = String(entry.id ?? `number ${index + 1}`)
    try {
      corpus.items.push(readItem(id, entry))
    } catch (error) {
      corpus.unreadable.push({ id, why: (error as Error).message })
    }
  }
  return corpus
}

function readItem(id: string, entry: Entry): HostileItem {
  if (typeof entry.field !== 'string') throw new Error('it names no field')
  if (!Array.isArray(entry.expect) || entry.expect.length === 0) throw new Error('it expects nothing')
  const item: HostileItem = {
    id,
    kind: String(entry.class ?? 'without a class'),
    field: entry.field,
    expect: entry.expect.map(String),
    text: textOf(entry),
    bytes: null,
    contentType: typeof entry.content_type === 'string' ? entry.content_type : null,
    rawHttp: typeof entry.raw_http === 'string' ? Buffer.from(entry.raw_http, 'latin1') : null,
  }
  if (typeof entry.body === 'string') item.bytes = Buffer.from(entry.body)
  if (typeof entry.bytes_b64 === 'string') item.bytes = Buffer.from(entry.bytes_b64, 'base64')
  if (item.text === null && item.bytes === null && item.rawHttp === null)
    throw new Error(`no form of it is known: it has ${Object.keys(entry).join(', ')}`)
  return item
}

function textOf(entry: Entry): string | null {
  if (typeof entry.value === 'string') return entry.value
  if (Array.isArray(entry.utf16)) return String.fromCharCode(...(entry.utf16 as number[]))
  if (entry.repeat === null || typeof entry.repeat !== 'object') return null
  const { prefix = '', unit = '', times = 0, suffix = '' } = entry.repeat as Record<string, never>
  return `${prefix}${String(unit).repeat(Number(times))}${suffix}`
}
