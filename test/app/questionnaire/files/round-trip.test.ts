import { expect, test } from 'vitest'
import { normaliseText } from '#app/http/normalise-text.ts'
import { listInstruments } from '#app/questionnaire/catalogue.ts'
import { readInstrumentFile } from '#app/questionnaire/files/read-file.ts'
import { FILE_FORMATS, writeInstrumentFile } from '#app/questionnaire/files/write-file.ts'
import { instrumentSchema } from '#app/questionnaire/instrument.ts'
import { mapTexts, textsOf } from '#app/questionnaire/texts.ts'
import { Random } from '#test/helpers/odd-texts.ts'

test.each(FILE_FORMATS)('every shipped questionnaire reads back from %s as the same', (format) => {
  for (const instrument of listInstruments()) {
    expect(readInstrumentFile(writeInstrumentFile(instrument, format))).toEqual({ ok: true, instrument })
  }
})

test.each(FILE_FORMATS)('so does one with any texts, in 200 draws, from %s', (format) => {
  for (const source of [1, 2].flatMap((at) => listInstruments()[at] ?? [])) {
    for (let seed = 1; seed <= 100; seed++) {
      const random = new Random(seed)
      const worded = mapTexts(source, () => random.text())
      const translations = {
        fr: Object.fromEntries(textsOf(worded).map(({ key }) => [key, random.text()])),
      }
      const instrument = instrumentSchema.parse({
        ...worded,
        minutes: '4',
        translations: pruned(translations),
      })
      const file = writeInstrumentFile(instrument, format)
      // What a form brings in has been normalised on the way.
      expect(readInstrumentFile(normaliseText(file)), `seed ${seed}\n${file.slice(0, 400)}`).toEqual({
        ok: true,
        instrument,
      })
    }
  }
})

/** The minutes are a number here, and a number needs no translation. */
function pruned(translations: Record<string, Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(translations).map(([language, { minutes: _, ...texts }]) => [language, texts]),
  )
}
