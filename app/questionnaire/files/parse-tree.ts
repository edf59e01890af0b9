import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { FileFault } from './place.ts'

export interface Tree {
  ok: true
  document: Document.Parsed
  lines: LineCounter
  data: unknown
}

/** Towers higher than this stand in no questionnaire; they are there to topple the reader. */
const DEEPEST = 20
const MOST_LINES = 30_000
/** Six times those of the longest questionnaire: the parser takes the square of the time for a file of nothing else. */
const MOST_SIGNS = 60_000
const MOST_ERRORS = 50
/** Keys that mean something to the machine instead of the reader. */
const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype']

/** A text as a tree of YAML nodes that know their places; JSON is YAML, too. */
export function parseTree(text: string, mostBytes: number): Tree | { ok: false; faults: FileFault[] } {
  const early = sizeFault(text, mostBytes) ?? depthFault(text)
  if (early) return { ok: false, faults: [early] }
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    merge: false,
    prettyErrors: false,
    // Checked below instead, in a time that does not grow with the square of the file.
    uniqueKeys: false,
    stringKeys: true,
  })
  const at = (offset: number, message: string): FileFault => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1), item: null, message }
  }
  const wrong = [...document.errors, ...document.warnings]
    .slice(0, MOST_ERRORS)
    .map(({ pos, message }) => at(pos[0], plain(message)))
  if (wrong.length > 0) return { ok: false, faults: wrong }
  const hostile = hostileNodes(document).map(({ offset, message }) => at(offset, message))
  if (hostile.length > 0) return { ok: false, faults: hostile }
  return { ok: true, document, lines, data: document.toJS({ maxAliasCount: 0 }) }
}

function sizeFault(text: string, mostBytes: number): FileFault | null {
  const bytes = new TextEncoder().encode(text).length
  if (text.trim() === '') return { line: 1, column: 1, item: null, message: 'the file is empty' }
  if (bytes > mostBytes)
    return { line: 1, column: 1, item: null, message: `the file is larger than ${mostBytes / 1024} KiB` }
  const count = text.split('\n').length
  if ((text.match(/[[\]{},:"'&*!|>?%@`-]/g)?.length ?? 0) > MOST_SIGNS)
    return { line: 1, column: 1, item: null, message: 'there are more parts than any questionnaire has' }
  if (count <= MOST_LINES) return null
  return { line: MOST_LINES + 1, column: 1, item: null, message: `there are more than ${MOST_LINES} lines` }
}

/** Before anything is parsed, since a tower of brackets or dashes is what a parser falls over. */
function depthFault(text: string): FileFault | null {
  for (const [index, line] of text.split('\n').entries()) {
    const dashes = /^\s*((?:[-?:]\s+)*)/.exec(line)?.[1] ?? ''
    const column = tooDeepAt(line)
    if (dashes.replace(/\s/g, '').length <= DEEPEST && column === null) continue
    return { line: index + 1, column: (column ?? 0) + 1, item: null, message: 'this is nested too deeply' }
  }
  const opened = text.replace(/"(?:[^"\\\n]|\\.)*"/g, '').replace(/[^[\]{}]/g, '')
  let depth = 0
  for (const sign of opened) {
    depth += sign === '[' || sign === '{' ? 1 : -1
    if (depth > 4 * DEEPEST) return { line: 1, column: 1, item: null, message: 'this is nested too deeply' }
  }
  return null
}

/** Where a line opens more brackets one after the other than any questionnaire would. */
function tooDeepAt(line: string): number | null {
  const at = /(?:[[{]\s*){21}/.exec(line)?.index
  return at ?? null
}

function hostileNodes(document: Document.Parsed): { offset: number; message: string }[] {
  const found: { offset: number; message: string }[] = []
  const note = (node: unknown, message: string) =>
    found.push({ offset: (node as Node | null)?.range?.[0] ?? 0, message })
  visit(document, {
    Value(_, node, path) {
      if (node.anchor) note(node, 'anchors (&name) are not read here; leave it out')
      else if (isScalar(node) && node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:'))
        note(node, 'tags (!name) are not read here')
      if (path.length > 4 * DEEPEST) {
        note(node, 'this is nested too deeply')
        return visit.BREAK
      }
    },
    Map(_, map) {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : ''
        if (seen.has(name)) note(key, `"${name}" is named twice`)
        seen.add(name)
      }
    },
    Alias: (_, node) => note(node, 'references (*name) are not read here; write it out'),
    Pair(_, pair, path) {
      const key = isScalar(pair.key) ? String(pair.key.value) : ''
      if (FORBIDDEN_KEYS.includes(key)) note(pair.key, `"${key}" cannot be the name of a part`)
      if (!isMap(path.at(-1))) return visit.SKIP
    },
  })
  return found
}

/** The parser's own message, without its advice to programmers. */
function plain(message: string): string {
  return message
    .slice(0, 200)
    .split('\n')[0]
    ?.replace(/^Maximum call stack size exceeded$/, 'this is nested too deeply')
    .replace(/ at line \d+, column \d+:?$/, '')
    .replace(
      /^Source contains multiple documents; please use YAML.parseAllDocuments\(\)$/,
      'a second document begins here',
    ) as string
}
