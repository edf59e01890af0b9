import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import type { Tree } from './parse-tree.ts'

/** What is wrong in a file, and where; lines and columns count from 1. */
export interface FileFault {
  line: number
  column: number
  /** The item or section it lies in, such as `item "notnow"`. */
  item: string | null
  message: string
}

type Path = readonly PropertyKey[]

/** Finds the place of a part of the data in the file; of a part that is missing, the place of what should hold it. */
export function placeFinder({ document, lines, data }: Tree): (path: Path, message: string) => FileFault {
  return (path, message) => {
    let node: unknown = document.contents
    let offset = startOf(node) ?? 0
    let lost = false
    for (const step of path) {
      const next = lost ? null : stepInto(node, step)
      if (next === null) lost = true
      else [node, offset] = [next.node, next.offset ?? offset]
    }
    const { line, col } = lines.linePos(offset)
    const { item, part } = ownerOf(data, path)
    const named = part === '' || message.includes(`"${part}"`) ? '' : `"${part}": `
    return { line: Math.max(line, 1), column: Math.max(col, 1), item, message: `${named}${message}` }
  }
}

/** One step down: into a named part, whose place is that of its name, or into a list. */
function stepInto(node: unknown, step: PropertyKey): { node: unknown; offset: number | null } | null {
  if (isMap(node)) {
    const pair = node.items.find((one: Pair) => isScalar(one.key) && String(one.key.value) === String(step))
    return pair ? { node: pair.value, offset: startOf(pair.key) } : null
  }
  if (!isSeq(node)) return null
  const item = node.items[Number(step)]
  return item === undefined ? null : { node: item, offset: startOf(item) }
}

function startOf(node: unknown): number | null {
  return (node as Node | null)?.range?.[0] ?? null
}

/** The item that a path leads into, or else the section, by its id or by its number; and the part of it. */
function ownerOf(data: unknown, path: Path): { item: string | null; part: string } {
  const partAfter = (length: number) => path.slice(length).map(String).join('.')
  if (path[0] !== 'sections' || path.length < 2) return { item: null, part: partAfter(0) }
  const isItem = path[2] === 'items' && path.length > 3
  const owner = path.slice(0, isItem ? 4 : 2)
  const held = owner.reduce<unknown>(
    (parent, key) => (parent as Record<PropertyKey, unknown> | null)?.[key],
    data,
  )
  const id = (held as { id?: unknown } | null)?.id
  const name = typeof id === 'string' ? `"${id}"` : `number ${Number(owner.at(-1)) + 1}`
  return { item: `${isItem ? 'item' : 'section'} ${name}`, part: partAfter(owner.length) }
}
