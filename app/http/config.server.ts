import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { isEndpointAddress } from '#app/themes/endpoint/endpoint-address.ts'
import { makeFolder } from '#db/make-folder.ts'

/** What the server needs to know before it starts. All of it comes from the environment. */
export interface Config {
  /** The address people use, without a trailing slash; every link and the origin check are made from it. */
  baseUrl: string
  secure: boolean
  host: string
  port: number
  databasePath: string
  /** Key of the links' tokens; made at the first start and kept in the data folder, outside the database. */
  secret: string
  /** Asked for once, when the first consultant signs up. */
  setupCode: string
  /** How many reverse proxies stand in front; the client's address is taken from what they forward. */
  trustedProxies: number
  /** Where mails are handed over, and the address they come from; null where links are given out by hand. */
  mail: { smtpUrl: string; fromAddress: string } | null
  /** A service that groups lines; without one they stay on this server. */
  themesUrl?: string
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

const baseUrlSchema = z
  .string({ error: 'is missing: the address people will use, such as https://survey.example.org' })
  .refine(isServable, 'must be an https:// address without a path (http:// only for localhost)')

const environmentSchema = z
  .object({
    PLUMBLINE_BASE_URL: baseUrlSchema,
    PLUMBLINE_DATA_DIR: z
      .string({ error: 'is missing: the folder for the database and the secret' })
      .min(1, 'is empty: the folder for the database and the secret'),
    PLUMBLINE_HOST: z.string().default('127.0.0.1'),
    PLUMBLINE_PORT: z.coerce.number('must be a port number').int().min(0).max(65535).default(3000),
    PLUMBLINE_TRUSTED_PROXIES: z.coerce.number('must be a whole number').int().min(0).max(10).default(0),
    PLUMBLINE_SETUP_CODE: z.string().min(12, 'must have at least 12 characters').optional(),
    PLUMBLINE_THEMES_URL: z
      .string()
      .refine(
        isEndpointAddress,
        'must be an https:// address (http:// only for localhost), without a name or password',
      )
      .optional(),
    SMTP_URL: z
      .string()
      .refine(isMailServer, 'must look like smtps://user:password@mail.example.org')
      .optional(),
    PLUMBLINE_MAIL_FROM: z.email('must be an e-mail address').optional(),
  })
  .refine((values) => !values.SMTP_URL || senderOf(values.SMTP_URL, values.PLUMBLINE_MAIL_FROM), {
    path: ['PLUMBLINE_MAIL_FROM'],
    message: 'is missing: the address that mails come from',
  })

export type ConfigResult = { ok: true; config: Config } | { ok: false; errors: string[] }

/** Validates the environment; on failure every name at fault is listed at once. */
export function readConfig(environment: Record<string, string | undefined>): ConfigResult {
  const parsed = environmentSchema.safeParse(environment)
  if (!parsed.success) {
    return {
      ok: false,
      errors: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
    }
  }
  const values = parsed.data
  const baseUrl = new URL(values.PLUMBLINE_BASE_URL)
  return {
    ok: true,
    config: {
      baseUrl: baseUrl.origin,
      secure: baseUrl.protocol === 'https:',
      host: values.PLUMBLINE_HOST,
      port: values.PLUMBLINE_PORT,
      databasePath: join(values.PLUMBLINE_DATA_DIR, 'plumbline.sqlite'),
      secret: keptSecret(values.PLUMBLINE_DATA_DIR),
      setupCode: values.PLUMBLINE_SETUP_CODE ?? randomBytes(9).toString('base64url'),
      trustedProxies: values.PLUMBLINE_TRUSTED_PROXIES,
      ...(values.PLUMBLINE_THEMES_URL && { themesUrl: values.PLUMBLINE_THEMES_URL }),
      mail: mailOf(values.SMTP_URL, values.PLUMBLINE_MAIL_FROM),
    },
  }
}

/** Reads the secret of a data folder, or makes it at the first start. */
export function keptSecret(dataDir: string): string {
  makeFolder(resolve(dataDir))
  const path = join(dataDir, 'secret')
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  const secret = readFileSync(path, 'utf8').trim()
  if (secret.length < 32)
    throw new Error(`${path} holds no secret: restore it from a backup, links depend on it`)
  return secret
}

function isServable(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  const secureEnough =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname))
  return secureEnough && url.pathname === '/' && url.search === ''
}

function isMailServer(text: string): boolean {
  return URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol)
}

function mailOf(smtpUrl: string | undefined, from: string | undefined): Config['mail'] {
  const fromAddress = smtpUrl && senderOf(smtpUrl, from)
  return smtpUrl && fromAddress ? { smtpUrl, fromAddress } : null
}

/** The address that was named, or the user of the mail server where that is an address. */
function senderOf(smtpUrl: string, from: string | undefined): string | null {
  const user = URL.canParse(smtpUrl) ? decodeURIComponent(new URL(smtpUrl).username) : ''
  return from ?? (user.includes('@') ? user : null)
}
