import { mailMessage } from '#app/rounds/mail/mail-body.ts'
import { wordsIn } from '../words.ts'
import { CODE_MINUTES } from './resume-code.ts'

interface CodeMail {
  code: string
  firstName: string
  clientName: string
  consultantName: string
  language: string
}

/** The mail with a code: no link, so that nothing but reading it can be done with it, and no code in the subject. */
export function codeMail({ code, firstName, clientName, consultantName, language }: CodeMail) {
  const say = wordsIn(language)
  const subject = say('code-mail.subject', { client: clientName })
  const body = say('code-mail.body', {
    name: firstName,
    code,
    client: clientName,
    consultant: consultantName,
    minutes: CODE_MINUTES,
  })
  return mailMessage({ subject, body }, language)
}
