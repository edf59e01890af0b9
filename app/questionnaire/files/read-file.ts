import type { Instrument } from '../instrument.ts'
import { instrumentSchema } from '../instrument.ts'
import { parseTree } from './parse-tree.ts'
import type { FileFault } from './place.ts'
import { placeFinder } from './place.ts'
import { unknownParts } from './unknown-parts.ts'

/** The largest file that is looked at. */
export const MOST_BYTES = 1024 * 1024
const MOST_FAULTS = 50
const MOST_LOOKED_AT = 500

export type FileReading = { ok: true; instrument: Instrument } | { ok: false; faults: FileFault[] }

/**
 * Reads a questionnaire out of a YAML or JSON file of unknown worth. Each fault names its line, its column and the item or
 * section it lies in. Nothing in the file can make it do more than say no: no references, no tags, no deep towers.
 */
export function readInstrumentFile(text: string): FileReading {
  const tree = parseTree(text, MOST_BYTES)
  if (!tree.ok) return { ok: false, faults: tree.faults.slice(0, MOST_FAULTS) }
  const find = placeFinder(tree)
  const parsed = instrumentSchema.safeParse(tree.data)
  if (!parsed.success) {
    const faults = parsed.error.issues
      .slice(0, MOST_LOOKED_AT)
      .map(({ path, message }) => find(path, inPlainWords(message)))
    return { ok: false, faults: inOrder(faults).slice(0, MOST_FAULTS) }
  }
  const unknown = unknownParts(tree.data, parsed.data)
  if (unknown.length === 0) return { ok: true, instrument: parsed.data }
  const faults = unknown
    .slice(0, MOST_LOOKED_AT)
    .map((path) => find(path, `there is no such part as "${String(path.at(-1))}"`))
  return { ok: false, faults: inOrder(faults).slice(0, MOST_FAULTS) }
}

function inOrder(faults: readonly FileFault[]): FileFault[] {
  return faults.toSorted((one, other) => one.line - other.line || one.column - other.column)
}

/** The schema speaks of types; a person reads of what is missing. */
function inPlainWords(message: string): string {
  const expected = /expected (\w+), received (\w+)/.exec(message)
  if (!expected) return message.charAt(0).toLowerCase() + message.slice(1)
  const [, wanted, given] = expected
  return given === 'undefined'
    ? `this is missing (${KINDS[wanted ?? ''] ?? wanted})`
    : `must be ${KINDS[wanted ?? ''] ?? wanted}`
}

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of named parts',
  record: 'a group of named parts',
  tuple: 'a list',
}
