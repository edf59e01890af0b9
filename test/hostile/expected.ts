/** Limits that the product states beside its fields. */
export const LIMITS = {
  text: 20_000,
  line: 140,
  name: 120,
  listed: 80,
  footer: 160,
  note: 600,
  theme: 80,
  planLine: 240,
}

const LINE_ENDS = new Set([0x0d, 0x0b, 0x0c, 0x85])

/** The documented form of a text, reckoned sign by sign and not with the product's own function. */
export function normalised(text: string): string {
  let result = ''
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit === 0x0d && text.charCodeAt(index + 1) === 0x0a) continue
    if (LINE_ENDS.has(unit)) result += '\n'
    else if (isControl(unit)) continue
    else if (unit < 0xd800 || unit > 0xdfff) result += text[index]
    else if (isPair(text, index)) result += text[index] + (text[++index] ?? '')
    else result += '\ufffd'
  }
  return result
}

function isControl(unit: number): boolean {
  return (unit < 0x20 && unit !== 0x09 && unit !== 0x0a) || (unit >= 0x7f && unit <= 0x9f)
}

function isPair(text: string, index: number): boolean {
  const next = text.charCodeAt(index + 1)
  return text.charCodeAt(index) <= 0xdbff && next >= 0xdc00 && next <= 0xdfff
}

/** A name or label: the same on one line, without white space at its ends. */
export function label(text: string): string {
  return normalised(text).replaceAll('\n', ' ').trim()
}

/** A name on a list, or of a person: runs of white space are one space. */
export function tidyName(text: string): string {
  return normalised(text).replace(/\s+/g, ' ').trim()
}

export const refusedBy = (expect: readonly string[]) =>
  expect.some((code) => code === 'reject-400' || code === 'reject-4xx')

/** For comparing what was read off paper: without what a layout adds, drops or cannot show. */
export function paperText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{M}\p{Variation_Selector}\ufffd]+/gu, '')
    .replace(/[\u2010\u2011]/g, '-')
}

export function short(text: string, most = 80): string {
  const written = JSON.stringify(text)
  return written.length <= most ? written : `${written.slice(0, most)}… (${text.length} characters)`
}
