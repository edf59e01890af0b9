import type { MailText } from './mail.ts'

/** What stands for a lead's own details in a text to all of them. */
export interface MailValues {
  name: string
  firstName: string
  client: string
  round: string
  consultant: string
  closes: string
  minutes: string
  promise: string
  link: string
}

export const PLACEHOLDERS: readonly { name: keyof MailValues; meaning: string }[] = [
  { name: 'name', meaning: 'the lead’s name' },
  { name: 'firstName', meaning: 'the first word of the name' },
  { name: 'client', meaning: 'the client’s name' },
  { name: 'round', meaning: 'the title of the round' },
  { name: 'consultant', meaning: 'your name' },
  { name: 'closes', meaning: 'the last day for answers' },
  { name: 'minutes', meaning: 'how many minutes the questionnaire takes' },
  { name: 'promise', meaning: 'what is promised about privacy' },
  { name: 'link', meaning: 'the personal link' },
]

export type MailTextErrors = Partial<Record<keyof MailText, string>>

const PLACEHOLDER = /\{([^{}\s]{1,40})\}/g
const SUBJECT_LENGTH = 150
const BODY_LENGTH = 5_000

/** What keeps a text from being sent, said beside the field. */
export function mailTextErrors({ subject, body }: MailText): MailTextErrors {
  const errors: MailTextErrors = {}
  const subjectError = subjectFault(subject)
  const bodyError = bodyFault(body)
  if (subjectError) errors.subject = subjectError
  if (bodyError) errors.body = bodyError
  return errors
}

function subjectFault(subject: string): string | null {
  if (subject.trim() === '') return 'Write a subject: people decide by it whether to open the mail.'
  if (subject.length > SUBJECT_LENGTH) return `Keep the subject under ${SUBJECT_LENGTH} characters.`
  if (/[\r\n]/.test(subject)) return 'A subject is one line.'
  if (subject.includes('{link}')) return 'The link belongs in the text: subjects are shown on locked screens.'
  return unknownFault(subject)
}

function bodyFault(body: string): string | null {
  if (!body.includes('{link}')) return 'The text needs {link}: without it nobody can answer.'
  if (body.length > BODY_LENGTH) return `Keep the text under ${BODY_LENGTH} characters.`
  return unknownFault(body)
}

function unknownFault(text: string): string | null {
  const known = new Set<string>(PLACEHOLDERS.map(({ name }) => name))
  const stray = Array.from(text.matchAll(PLACEHOLDER), ([, name = '']) => name).find(
    (name) => !known.has(name),
  )
  return stray === undefined
    ? null
    : `{${stray}} is not one of the placeholders: see the list beside the text.`
}

/** Puts a lead's details in. A value is never read for placeholders again, and never brings a line into a subject. */
export function fillMailText({ subject, body }: MailText, values: MailValues): MailText {
  const fill = (text: string) =>
    text.replace(PLACEHOLDER, (whole, name: string) =>
      name in values ? values[name as keyof MailValues] : whole,
    )
  return { subject: fill(subject).replace(/\s+/g, ' ').trim(), body: fill(body) }
}

/** @example firstNameOf('Dana Morgan') // => 'Dana' */
export function firstNameOf(name: string): string {
  return name.trim().split(/\s+/)[0] ?? ''
}
