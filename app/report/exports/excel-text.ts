/** The most UTF-16 units that a cell of a workbook holds. */
export const LONGEST_CELL = 32_767

/** A text that reads like an escape of the format, and signs that XML cannot hold or that its writers leave out. */
const ESCAPED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be escaped
  /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd]|\p{Noncharacter_Code_Point}|\p{Cs}/gu

/**
 * A text as a cell of a workbook stores it: `_xHHHH_` for what the file cannot hold, which every reader of the format
 * turns back.
 *
 * @throws {RangeError} if it is longer than a cell can be
 * @example excelText('_x0041_') // => '_x005F_x0041_'
 */
export function excelText(text: string): string {
  if (text.length > LONGEST_CELL) throw new RangeError(`a cell holds ${LONGEST_CELL} characters at most`)
  // The writer looks texts up in an object, where these would find what every object has.
  if (text in Object.prototype) return escapedSign(text.charAt(0)) + text.slice(1)
  return text.replace(ESCAPED, escapedSign)
}

function escapedSign(sign: string): string {
  return Array.from({ length: sign.length }, (_, index) => `_x${hex(sign.charCodeAt(index))}_`).join('')
}

function hex(unit: number): string {
  return unit.toString(16).toUpperCase().padStart(4, '0')
}
