import { extractText, getDocumentProxy } from 'unpdf'

/** All that can be read in a PDF, on one line: where the lines break is the layout's business. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return oneLine(text)
}

/** Hyphens and spaces at the ends of lines are lost when lines are joined, so none is compared. */
export function oneLine(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad\u200b]+/g, '')
}
