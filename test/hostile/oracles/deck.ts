import { strFromU8, unzipSync } from 'fflate'
import { decode } from '#scripts/visit/read-forms.ts'
import { paperText } from '../expected.ts'

export interface SeenDeck {
  /** Words of the slides, without spaces and what does not show. */
  text: string
  faults: string[]
}

/** A presentation: its words, and whether anything in it leads outside, runs, or is no XML. */
export function readDeck(bytes: Uint8Array): SeenDeck {
  const faults: string[] = []
  let words = ''
  for (const [part, content] of Object.entries(unzipSync(bytes))) {
    if (/vba|activeX|oleObject|macro/i.test(part)) faults.push(`the slides hold ${part}`)
    if (!/\.(?:xml|rels)$/.test(part)) continue
    const xml = strFromU8(content)
    if (part.endsWith('.rels') && /TargetMode="External"/.test(xml)) faults.push(`${part} leads outside`)
    if (/hlinkClick[^>]*action=/.test(xml)) faults.push(`${part} holds an action`)
    if (hasControls(xml)) faults.push(`${part} holds signs that XML cannot`)
    if (/slides\/[^/]+\.xml$/.test(part))
      words += Array.from(xml.matchAll(/<a:t>([^<]*)<\/a:t>/g), ([, text = '']) => decode(text)).join('\n')
  }
  return { text: paperText(words), faults }
}

function hasControls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)
}
