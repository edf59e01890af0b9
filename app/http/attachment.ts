/** How a file is given away: its kind, and the name it is to be kept under. */
export interface Attachment {
  fileName: string
  type: string
}

const LONGEST_NAME = 150
/** What Windows takes for a device, whatever the ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * Headers of a download. The name is given twice, as RFC 6266 asks: in plain letters for old programs, and whole. Neither
 * can lead out of a folder, end the header or stand for another kind of file.
 */
export function attachmentHeaders({ fileName, type }: Attachment): Record<string, string> {
  const name = safeFileName(fileName)
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${plainLetters(name)}"; filename*=UTF-8''${encoded(name)}`,
  }
}

/**
 * A name that every file system takes: signs that mean something to one become hyphens, and what does not show is gone.
 *
 * @example safeFileName('../a:b.csv') // => 'a-b.csv'
 */
export function safeFileName(name: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(name) ?? []
  const safe = (cleaned(stem) || 'file') + ending
  return DEVICES.test(safe) ? `file-${safe}` : safe
}

function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cf}]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\\/:*?"<>|%;]+/g, '-')
    .replace(/^[\s.-]+/, '')
    .slice(0, LONGEST_NAME)
    .toWellFormed()
    .replace(/[\s.\ufffd-]+$/, '')
}

function plainLetters(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]+/g, '-')
    .replace(/["\\]/g, '-')
}

/** What may stand in the second form of the name without being written in percent signs. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
