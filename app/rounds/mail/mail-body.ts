import type { MailText } from './mail.ts'

/** A mail as it is handed to the mail server: the same words as plain text and as HTML. */
export interface MailMessage {
  subject: string
  text: string
  html: string
}

const LINK = /https?:\/\/[^\s<>"]+/g

/** Sets a filled text: paragraphs, and addresses as links. Nothing is loaded from anywhere when it is read. */
export function mailMessage({ subject, body }: MailText, language = 'en'): MailMessage {
  const text = body.replace(/\r\n?/g, '\n').trim()
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => `<p>${paragraphHtml(paragraph)}</p>`)
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body>${paragraphs.join('\n')}</body></html>`
  return { subject, text: `${text}\n`, html }
}

function paragraphHtml(paragraph: string): string {
  let html = ''
  let done = 0
  for (const match of paragraph.matchAll(LINK)) {
    const address = escapeHtml(match[0])
    html += `${escapeHtml(paragraph.slice(done, match.index))}<a href="${address}">${address}</a>`
    done = match.index + match[0].length
  }
  return (html + escapeHtml(paragraph.slice(done))).replaceAll('\n', '<br>\n')
}

const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPED[character] ?? character)
}
