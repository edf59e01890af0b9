import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import defaultTexts from '#app/rounds/mail/default-texts.json' with { type: 'json' }
import { mailMessage } from '#app/rounds/mail/mail-body.ts'
import { fillMailText, firstNameOf, mailTextErrors } from '#app/rounds/mail/mail-text.ts'

const VALUES = Object.freeze({
  name: 'Dana Morgan',
  firstName: 'Dana',
  client: 'Ferry & Sons',
  round: 'Spring',
  consultant: 'Anna Berg',
  closes: '14 March 2026',
  minutes: '8 to 10',
  promise: 'Only Anna Berg reads your answers.',
  link: 'https://survey.example.org/p/pABC',
})

describe('the text of a mail', () => {
  test('comes with words that can be sent as they are', () => {
    for (const text of Object.values(defaultTexts)) expect(mailTextErrors(text)).toEqual({})
  })

  test('is filled with the lead’s own details', () => {
    const filled = fillMailText(
      { subject: '{client}: {minutes} minutes', body: 'Dear {firstName}, {link}' },
      VALUES,
    )
    expect(filled).toEqual({
      subject: 'Ferry & Sons: 8 to 10 minutes',
      body: 'Dear Dana, https://survey.example.org/p/pABC',
    })
  })

  test('needs its link, and no placeholder that nobody knows', () => {
    expect(mailTextErrors({ subject: 'Hello', body: 'no way in' }).body).toMatch(/needs \{link\}/)
    expect(mailTextErrors({ subject: 'Hi {nmae}', body: '{link}' }).subject).toMatch(/\{nmae\}/)
    expect(mailTextErrors({ subject: '{link}', body: '{link}' }).subject).toMatch(/locked screens/)
    expect(mailTextErrors({ subject: 'a\nBcc: x@y.test', body: '{link}' }).subject).toMatch(/one line/)
  })

  test('never lets a name bring a placeholder or a header line with it', () => {
    const hostile = { ...VALUES, client: '{link}\r\nBcc: all@example.org' }
    const { subject } = fillMailText({ subject: 'For {client}', body: '{link}' }, hostile)
    expect(subject).toBe('For {link} Bcc: all@example.org')
  })

  test('says the same as plain text and as HTML, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (body) => {
        const { html } = mailMessage({ subject: 'x', body })
        const inside = html.slice(html.indexOf('<body>') + 6, html.indexOf('</body>'))
        expect(inside.replace(/<\/?(p|a|br)( href="[^"<>]*")?>/g, '')).not.toMatch(/[<>]/)
      }),
    )
  })

  test('turns addresses into links and leaves the rest alone', () => {
    const { html, text } = mailMessage({ subject: 'S', body: 'One <b>\n\nhttps://a.example/p/x?y&z' })
    expect(html).toContain('<p>One &lt;b&gt;</p>')
    expect(html).toContain('<a href="https://a.example/p/x?y&amp;z">https://a.example/p/x?y&amp;z</a>')
    expect(text).toBe('One <b>\n\nhttps://a.example/p/x?y&z\n')
  })

  test('the first name is the first word', () => {
    expect(firstNameOf('  Dana   Morgan ')).toBe('Dana')
    expect(firstNameOf('')).toBe('')
  })
})
