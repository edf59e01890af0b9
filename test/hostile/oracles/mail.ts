import type { ParsedMail } from 'mailparser'
import type { Run } from '../run.ts'

const PATIENCE_MS = 30_000

/** The mail to an address, once it has come. */
export async function mailTo({ world }: Run, address: string): Promise<ParsedMail | null> {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    const mail = world.mail.arrived.find((one) => recipients(one).includes(address.toLowerCase()))
    if (mail) return mail
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return null
}

function recipients({ to }: ParsedMail): string[] {
  const lists = to === undefined ? [] : Array.isArray(to) ? to : [to]
  return lists.flatMap(({ value }) => value.map(({ address }) => address?.toLowerCase() ?? ''))
}

const OWN_HEADERS = new Set([
  'from',
  'to',
  'reply-to',
  'subject',
  'message-id',
  'date',
  'mime-version',
  'content-type',
  'auto-submitted',
  'x-auto-response-suppress',
  'content-transfer-encoding',
])

/** What a name or text has done to a mail beyond standing in it. */
export async function mailFaults(
  mail: ParsedMail,
  { to, words }: { to: string; words: string },
): Promise<string[]> {
  const faults: string[] = []
  for (const { key, line } of mail.headerLines) {
    if (!OWN_HEADERS.has(key)) faults.push(`a header ${key}`)
    if (mail.headerLines.filter((one) => one.key === key).length > 1) faults.push(`${key} comes twice`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(line)) faults.push(`a control sign in ${key}`)
  }
  const addresses = recipients(mail)
  if (addresses.length !== 1 || addresses[0] !== to.toLowerCase())
    faults.push(`it goes to ${addresses.join(', ')}`)
  if (mail.cc || mail.bcc || mail.attachments.length > 0) faults.push('further recipients or attachments')
  const html = typeof mail.html === 'string' ? mail.html : ''
  const strange = Array.from(html.matchAll(/<\/?([a-z][\w-]*)/gi), ([, tag = '']) =>
    tag.toLowerCase(),
  ).filter((tag) => !['html', 'head', 'meta', 'title', 'body', 'p', 'a', 'br'].includes(tag))
  if (strange.length > 0) faults.push(`elements in its HTML: ${strange.join(', ')}`)
  const flat = (text: string) => text.replace(/\s+/g, '')
  if (!flat(mail.text ?? '').includes(flat(words.replace(/[{}]/g, ''))))
    faults.push('the words are not in it')
  return faults
}
