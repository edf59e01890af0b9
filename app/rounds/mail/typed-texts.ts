import type { MailText } from './mail.ts'
import { type MailTextErrors, mailTextErrors } from './mail-text.ts'

export const TEXT_NAMES = ['invitation', 'notStarted', 'midway'] as const
export type TextName = (typeof TEXT_NAMES)[number]
export type TypedTexts = Record<TextName, MailText>

/** The three texts as they were typed: fields `<name>.subject` and `<name>.body`. */
export function readTexts(form: FormData): TypedTexts {
  const field = (name: string) => String(form.get(name) ?? '').replace(/\r\n?/g, '\n')
  const text = (name: TextName): MailText => ({
    subject: field(`${name}.subject`),
    body: field(`${name}.body`),
  })
  return { invitation: text('invitation'), notStarted: text('notStarted'), midway: text('midway') }
}

export function textsErrors(texts: TypedTexts): Partial<Record<TextName, MailTextErrors>> {
  const faults = TEXT_NAMES.map((name) => [name, mailTextErrors(texts[name])] as const)
  return Object.fromEntries(faults.filter(([, errors]) => Object.keys(errors).length > 0))
}
