import { type MailMessage, mailMessage } from '#app/rounds/mail/mail-body.ts'
import { firstNameOf } from '#app/rounds/mail/mail-text.ts'

/** What has happened to an account, in the words of the mail that says so. */
const NOTICES = {
  password: 'The password of your account was changed on the page of your account.',
  'password-by-link': 'A new password was set for your account, by a link that was made for it.',
  'link-by-owner':
    'An owner of your workspace made a link with which a new password can be set for your account.',
  'factor-on': 'A second factor was set up for your account.',
  'factor-off': 'The second factor of your account was turned off.',
  'factor-taken': 'An owner of your workspace took the second factor of your account away.',
} as const

export type AccountNotice = keyof typeof NOTICES

/** Says that something changed at the locks of an account. No link: nothing in it is to be followed. */
export function noticeMail(
  kind: AccountNotice,
  { name, host, at }: { name: string; host: string; at: string },
): MailMessage {
  const body = [
    `Dear ${firstNameOf(name)},`,
    NOTICES[kind],
    `This was on ${host}, on ${at.slice(0, 10)} at ${at.slice(11, 16)} UTC.`,
    'If it was you, or was agreed with you, there is nothing to do. If not, tell an owner of your workspace at once, and set a new password.',
  ].join('\n\n')
  return mailMessage({ subject: `Plumbline: a change to your account`, body })
}

/** The mail with a link for a new password, to who asked for it. */
export function resetMail({ name, link, minutes }: { name: string; link: string; minutes: number }) {
  const body = [
    `Dear ${firstNameOf(name)},`,
    'somebody asked for a new password for your account. If it was you, set one here:',
    link,
    `The link works once, within ${minutes} minutes. If you have a second factor, it is asked for as before.`,
    'If it was not you, there is nothing to do: your password stays as it is.',
  ].join('\n\n')
  return mailMessage({ subject: 'Plumbline: a new password', body })
}
