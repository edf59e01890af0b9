import { stringify } from 'yaml'
import type { Instrument } from '../instrument.ts'

export const FILE_FORMATS = ['yaml', 'json'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** A questionnaire as a file that reads back as the same questionnaire. What is empty or as usual is left out. */
export function writeInstrumentFile(instrument: Instrument, format: FileFormat): string {
  const lean = leanOf(instrument)
  if (format === 'json') return `${JSON.stringify(lean, null, 2)}\n`
  return stringify(lean, { lineWidth: 0, aliasDuplicateObjects: false, schema: 'core' })
}

function leanOf(instrument: Instrument): unknown {
  const { sections, ...head } = instrument
  return {
    ...head,
    sections: sections.map(({ items, ...section }) => ({
      ...without(section, { intro: '' }),
      items: items.map((item) =>
        without(item, { help: '', askedWhenEmpty: false, wordingByLevel: {}, pickers: [], unit: '' }),
      ),
    })),
  }
}

function without(part: object, usual: Record<string, unknown>): object {
  return Object.fromEntries(
    Object.entries(part).filter(([name, value]) => {
      return !(name in usual && JSON.stringify(usual[name]) === JSON.stringify(value))
    }),
  )
}
