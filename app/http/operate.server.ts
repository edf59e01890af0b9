import { join, resolve } from 'node:path'
import { linkFromServer } from '#app/session/link-from-server.server.ts'
import { backupDatabase } from '#db/backup.ts'
import { openBeside } from '#db/open-beside.ts'
import { restoreDatabase } from '#db/restore.ts'

/** What a command says when it is done. */
type Words = string

/** `npm run backup -- FILE`: copies the database while the server runs, and checks the copy. */
export async function backUp(args: readonly string[], environment: Environment): Promise<Words> {
  const [file, ...more] = args
  if (!file || more.length > 0 || file.startsWith('-'))
    throw new Error('Say where to: npm run backup -- FILE')
  const { path, bytes, sha256 } = await backupDatabase(databaseOf(environment), resolve(file))
  return [
    `Backed up to ${path} (${bytes} bytes), checked.`,
    `SHA-256 ${sha256}, also in ${path}.sha256.`,
    `Keep ${join(folderOf(environment), 'secret')} as well, in another place: without it personal links and second factors are void.`,
  ].join('\n')
}

/** `npm run restore -- FILE [--replace]`: puts a backup in the place of the database, after all checks. */
export async function restore(args: readonly string[], environment: Environment): Promise<Words> {
  const files = args.filter((arg) => arg !== '--replace')
  const [file] = files
  if (!file || files.length > 1 || file.startsWith('-'))
    throw new Error('Say from where: npm run restore -- FILE [--replace]')
  const path = databaseOf(environment)
  const { sha256, setAside } = await restoreDatabase(resolve(file), path, {
    replace: args.includes('--replace'),
  })
  return [
    `Restored to ${path}, checked. SHA-256 ${sha256}.`,
    ...(setAside
      ? [`The database that was there is kept as ${setAside}: delete it when you no longer need it.`]
      : []),
    'Start the server now. What was deleted after the backup was made is back: at its start the server deletes again what was',
    'promised for a day that has passed; answers that somebody asked you to erase since then you have to erase again.',
  ].join('\n')
}

/** `npm run reset-password -- EMAIL`: makes a link for a new password, for who is the only owner and has forgotten theirs. */
export async function linkForPassword(
  args: readonly string[],
  environment: Environment,
  now = new Date(),
): Promise<Words> {
  const [email, ...more] = args
  if (!email || more.length > 0 || email.startsWith('-'))
    throw new Error('Say whose password: npm run reset-password -- EMAIL')
  const baseUrl = environment.PLUMBLINE_BASE_URL
  if (!baseUrl || !URL.canParse(baseUrl))
    throw new Error('PLUMBLINE_BASE_URL is missing: the address people use, of which the link is made.')
  const db = await openBeside(databaseOf(environment))
  try {
    const made = await linkFromServer(db, email, { baseUrl: new URL(baseUrl).origin, now })
    if (!made) throw new Error(`There is no account in use with the address ${email}.`)
    return [
      `With this link ${made.name} sets a new password:`,
      made.link,
      `It works once, for ${made.minutes} minutes. Make sure who asks you for it: it stands in the log that you made it.`,
      'A second factor is asked for as before.',
    ].join('\n')
  } finally {
    await db.destroy()
  }
}

type Environment = Record<string, string | undefined>

function folderOf({ PLUMBLINE_DATA_DIR: folder }: Environment): string {
  if (!folder) throw new Error('PLUMBLINE_DATA_DIR is missing: the folder of the database.')
  return resolve(folder)
}

function databaseOf(environment: Environment): string {
  return join(folderOf(environment), 'plumbline.sqlite')
}
