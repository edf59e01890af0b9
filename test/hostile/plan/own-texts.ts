import type { HostileItem } from '../corpus.ts'

/** What would break out of a calendar entry, the head of a mail or a cell of several parts, whatever else a corpus holds. */
const TEXTS: Record<string, { text: string; changes?: true }> = {
  'a line of its own in a calendar': {
    text: 'Weekly\r\nATTENDEE:mailto:eve@plan.example\r\n ATTACH:file:///etc/hosts',
    changes: true,
  },
  'an end of the entry': { text: 'Weekly\nEND:VEVENT\nBEGIN:VALARM\nACTION:AUDIO\nEND:VALARM\nBEGIN:VEVENT' },
  'an end of the quotes': { text: 'Ada";X="1;CN=Eve:mailto:eve@plan.example' },
  'signs that are escaped': { text: 'a\\nb;c,d:e\\\\' },
  'separators of lines and paragraphs': { text: 'one\u2028two\u2029three' },
  'letters of several bytes, to be folded': { text: 'é\u{1F600}ß漢'.repeat(40) },
  'a head of a mail': { text: 'Weekly\r\nBcc: eve@plan.example\r\n\r\n<b>body</b>', changes: true },
  'signs between parts': { text: 'Sales: a price | Data: a list' },
}

export function ownTexts(): HostileItem[] {
  return Object.entries(TEXTS).map(([kind, { text, changes }], at) => ({
    id: `plan-${at + 1}`,
    kind,
    field: 'answer',
    expect: [changes ? 'normalise' : 'verbatim', 'inert-html', 'inert-pdf', 'inert-sheet', 'inert-mail'],
    text,
    bytes: null,
    contentType: null,
    rawHttp: null,
  }))
}
