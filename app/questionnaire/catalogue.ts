import type { Instrument } from './instrument.ts'
import fullV1 from './instruments/full.v1.json'
import pulseV1 from './instruments/pulse.v1.json'
import quickScanV1 from './instruments/quick-scan.v1.json'
import { readInstrument } from './read-instrument.ts'
import { resolveSelection, selectionErrors, selectionSchema } from './selection.ts'

/** A file of the catalogue: its name, for errors, and what it holds. */
export type InstrumentFile = readonly [name: string, data: unknown]

const catalogue = readCatalogue([
  ['full.v1.json', fullV1],
  ['quick-scan.v1.json', quickScanV1],
  ['pulse.v1.json', pulseV1],
])

/** What a round keeps to say which instrument it uses, such as `full@1`. */
export function instrumentKey(instrument: Pick<Instrument, 'id' | 'version'>): string {
  return `${instrument.id}@${instrument.version}`
}

export function listInstruments(): Instrument[] {
  return [...catalogue]
}

export function findInstrument(key: string): Instrument | null {
  return findIn(catalogue, key) ?? null
}

/**
 * Reads instrument files in order; a selection may take items from an instrument before it.
 *
 * @throws {Error} that names the file, the item and what is wrong, so that a broken catalogue stops the start
 */
export function readCatalogue(files: readonly InstrumentFile[]): Instrument[] {
  const instruments: Instrument[] = []
  for (const [file, data] of files) {
    const reading = readInstrument(file, isSelection(data) ? select(file, data, instruments) : data)
    if (!reading.ok) throw new Error(reading.errors.join('\n'))
    const key = instrumentKey(reading.instrument)
    if (findIn(instruments, key)) throw new Error(`${file}: ${key} is already in the catalogue`)
    instruments.push(reading.instrument)
  }
  return instruments
}

function select(file: string, data: unknown, instruments: readonly Instrument[]): Instrument {
  const parsed = selectionSchema.safeParse(data)
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`).join('\n'),
    )
  }
  const source = findIn(instruments, parsed.data.from)
  if (!source) throw new Error(`${file}: from: there is no instrument ${parsed.data.from} before this one`)
  const errors = selectionErrors(parsed.data, source)
  if (errors.length > 0) throw new Error(errors.map((error) => `${file}: ${error}`).join('\n'))
  return resolveSelection(parsed.data, source)
}

function isSelection(data: unknown): boolean {
  return (data as { format?: unknown } | null)?.format === 'plumbline-selection/1'
}

function findIn(instruments: readonly Instrument[], key: string): Instrument | undefined {
  return instruments.find((instrument) => instrumentKey(instrument) === key)
}
