// biome-ignore lint/suspicious/noControlCharactersInRegex: vertical tab and form feed are line breaks here
const LINE_BREAKS = /\r\n|[\r\u000b\u000c\u0085]/g
// C0 and C1 controls and DEL, without tab and line feed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g

/**
 * The one form in which text enters the product, whatever its door: well-formed UTF-16, one kind of line break, no
 * control characters but tab and line feed. Nothing else is touched: no trimming, no Unicode normal form, no emoji or
 * direction marks lost. Idempotent.
 *
 * @example normaliseText('a\r\nb\u0000') // => 'a\nb'
 */
export function normaliseText(text: string): string {
  return text.toWellFormed().replace(LINE_BREAKS, '\n').replace(CONTROLS, '')
}

/** For names, labels and e-mail addresses: normalised, on one line, outer white space gone. */
export function normaliseLabel(text: string): string {
  return normaliseText(text).replaceAll('\n', ' ').trim()
}
