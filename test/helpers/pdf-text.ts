import { extractText, getDocumentProxy } from 'unpdf'

/** All that can be read in a PDF, on one line: where the lines break is the layout's business. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return oneLine(text)
}

/** The same, sheet by sheet. */
export async function pdfSheets(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })
  return text.map(oneLine)
}

/** Whether words can be read on a sheet, or begin on one and go on with the very first words of the next. */
export function isPrinted(sheets: readonly string[], words: string): boolean {
  const line = oneLine(words)
  return sheets.some((sheet, index) => sheet.includes(line) || runsOver(sheet, sheets[index + 1] ?? '', line))
}

function runsOver(sheet: string, next: string, line: string): boolean {
  const cuts = Array.from({ length: Math.max(0, line.length - 1) }, (_, index) => index + 1)
  return cuts.some((cut) => sheet.includes(line.slice(0, cut)) && next.startsWith(line.slice(cut)))
}

/** Hyphens and spaces at the ends of lines are lost when lines are joined, so none is compared. */
export function oneLine(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad\u200b]+/g, '')
}
