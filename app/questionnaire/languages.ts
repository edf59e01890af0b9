import type { Instrument } from './instrument.ts'
import { mapTexts, textsOf } from './texts.ts'

/** Languages and scripts that are written from right to left. */
const RIGHT_TO_LEFT = ['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']
const RIGHT_TO_LEFT_SCRIPTS = ['arab', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa']

/** The languages in which every text is there: the instrument's own first. */
export function languagesOf(instrument: Instrument): string[] {
  const others = Object.keys(instrument.translations ?? {}).sort()
  return [instrument.language, ...others.filter((tag) => missingTexts(instrument, tag).length === 0)]
}

/** Keys of the texts that a language does not have yet, in the order in which leads meet them. */
export function missingTexts(instrument: Instrument, language: string): string[] {
  if (language === instrument.language) return []
  const translated = instrument.translations?.[language] ?? {}
  return textsOf(instrument).flatMap(({ key }) => (Object.hasOwn(translated, key) ? [] : [key]))
}

/** The instrument in another of its languages. A text that the language lacks stays in the instrument's own. */
export function localise(instrument: Instrument, language: string): Instrument {
  const translated = instrument.translations?.[language]
  if (!translated || language === instrument.language) return instrument
  const localised = mapTexts(instrument, (text, key) =>
    Object.hasOwn(translated, key) ? (translated[key] ?? text) : text,
  )
  return { ...localised, language }
}

/**
 * The language to begin in: the first of the wishes that the instrument has, a region apart if need be, or its own.
 *
 * @example startingLanguage(['en', 'de'], ['fr', 'de-AT']) // => 'de'
 */
export function startingLanguage(offered: readonly string[], wishes: readonly string[]): string {
  const bare = (tag: string) => tag.toLowerCase().split('-')[0]
  for (const wish of wishes) {
    const found =
      offered.find((tag) => tag.toLowerCase() === wish.toLowerCase()) ??
      offered.find((tag) => bare(tag) === bare(wish))
    if (found) return found
  }
  return offered[0] ?? 'en'
}

/**
 * The wishes of a browser, the dearest first.
 *
 * @example wishedLanguages('de;q=0.7, en-GB') // => ['en-GB', 'de']
 */
export function wishedLanguages(acceptLanguage: string | null): string[] {
  return (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.split(';')
      const quality = rest.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find(Boolean)
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ tag, quality }) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/.test(tag) && quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag)
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  const parts = language.toLowerCase().split('-')
  const script = parts.slice(1).find((part) => part.length === 4)
  if (script) return RIGHT_TO_LEFT_SCRIPTS.includes(script) ? 'rtl' : 'ltr'
  return RIGHT_TO_LEFT.includes(parts[0] ?? '') ? 'rtl' : 'ltr'
}

/**
 * A language by its name in another, or else in itself.
 *
 * @example languageName('de') // => 'Deutsch'
 * @example languageName('de', 'en') // => 'German'
 */
export function languageName(tag: string, inLanguage: string = tag): string {
  try {
    const name = new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag
    return name.charAt(0).toLocaleUpperCase(inLanguage) + name.slice(1)
  } catch {
    return tag
  }
}
