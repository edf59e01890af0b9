/**
 * What a spreadsheet may take for the beginning of a formula: = + - @ and their full-width forms, also behind white space
 * and signs that do not show; a tab or a line break that comes first; and the mark of the guard itself.
 */
const DANGEROUS = /^(?:[\s\p{Cf}\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]|')/u

const MARK = "'"

/**
 * A text that no spreadsheet runs: where it could, an apostrophe stands before it. Whoever reads the file takes one leading
 * apostrophe away and has the text again, since a text that begins with one is marked as well.
 *
 * @example guardedText('=1+1') // => "'=1+1"
 */
export function guardedText(text: string): string {
  return DANGEROUS.test(text) ? MARK + text : text
}

/** @example restoredText("'=1+1") // => '=1+1' */
export function restoredText(text: string): string {
  return text.startsWith(MARK) ? text.slice(MARK.length) : text
}
