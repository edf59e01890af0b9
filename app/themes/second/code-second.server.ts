import type { Kysely } from 'kysely'
import { normaliseLabel } from '#app/http/normalise-text.ts'
import type { Database } from '#db/schema.ts'
import { findSecondCoding, insertSecondCoding, saveSecondCodes } from '#db/second-codings.ts'
import { findItemCoding } from '../find-coding.server.ts'

type Result = { ok: true } | { ok: false; error: string }

const NAME_LENGTH = 140

/** Hands the lines to a second coder, who starts from nothing. */
export async function startSecondCoding(
  db: Kysely<Database>,
  { roundId, today }: { roundId: string; today: string },
  form: FormData,
): Promise<Result> {
  const coder = normaliseLabel(String(form.get('coder') ?? ''))
  if (!isName(coder)) return { ok: false, error: 'Type the name of the second coder.' }
  await insertSecondCoding(db, { roundId, coder, startedOn: today })
  return { ok: true }
}

/** Puts the ticked lines of an item under a theme of the second coder's: `theme`, or a new `name`. */
export async function codeSecond(
  db: Kysely<Database>,
  { roundId, itemId }: { roundId: string; itemId: string },
  form: FormData,
): Promise<Result> {
  const lineIds = form.getAll('line').map(String)
  const theme = normaliseLabel(String(form.get('name') || form.get('theme') || ''))
  const coding = await findItemCoding(db, roundId, itemId)
  const known = new Set(coding.lines.map(({ id }) => id))
  if (lineIds.length === 0) return { ok: false, error: 'Tick the lines that belong together.' }
  if (!isName(theme)) return { ok: false, error: 'Choose a theme, or name a new one in 1 to 140 characters.' }
  if (!(await findSecondCoding(db, roundId)) || !lineIds.every((id) => known.has(id)))
    return { ok: false, error: 'The lines have changed since this page was opened.' }
  await saveSecondCodes(db, { roundId, lineIds, theme })
  return { ok: true }
}

function isName(name: string): boolean {
  return name.length >= 1 && name.length <= NAME_LENGTH
}
