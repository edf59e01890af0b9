import type { Kysely } from 'kysely'
import { fieldsOf } from '#app/http/fields-of.ts'
import { hashToken } from '#app/http/tokens.server.ts'
import { updateEngagement } from '#db/engagements.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { listLeads } from '#db/leads.ts'
import type { Database, Db } from '#db/schema.ts'
import { addLeads } from './add-leads.server.ts'
import type { Engagement } from './engagement.ts'
import { keepIds, readNames, sameName } from './named-list.ts'
import { type GoodLine, type Roster, type RosterResult, readRoster } from './roster.ts'

/** What stands in the box, and whether departments that are not on the list are welcome. */
interface PastedList {
  text: string
  addDepartments: boolean
}

interface PostedRoster extends PastedList {
  /** The list that was reviewed last, as a digest; empty before the first review. */
  seal: string
  importing: boolean
}

export type RosterOutcome =
  | { kind: 'unreadable'; text: string; error: string }
  | ({ kind: 'review'; roster: Roster; seal: string; imported: number } & PastedList)
  | { kind: 'done' }

/** A file and a pasted list are taken together: neither pushes the other out. */
export function postedRoster(form: FormData): PostedRoster {
  const { list, file, seal, intent } = fieldsOf(form, ['list', 'file', 'seal', 'intent'])
  return {
    text: [list, file].filter((text) => text.trim() !== '').join('\n'),
    addDepartments: form.has('addDepartments'),
    seal,
    importing: intent === 'import',
  }
}

/** Reviews a list; on a yes to exactly that list, takes its good lines in and keeps the others to be mended. */
export async function reviewRoster(
  db: Kysely<Database>,
  engagement: Engagement,
  { seal, importing, ...list }: PostedRoster,
): Promise<RosterOutcome> {
  if (!importing || seal !== sealOf(list)) return review(db, engagement, list, 0)
  const imported = await importRoster(db, engagement, list)
  if (!imported.ok) return { kind: 'unreadable', text: list.text, error: imported.error }
  const { good, bad, leftover } = imported.roster
  if (bad.length === 0) return { kind: 'done' }
  return review(db, imported.engagement, { text: leftover, addDepartments: false }, good.length)
}

async function review(
  db: Db,
  engagement: Engagement,
  list: PastedList,
  imported: number,
): Promise<RosterOutcome> {
  const result = await checkRoster(db, engagement, list)
  if (!result.ok) return { kind: 'unreadable', text: list.text, error: result.error }
  return { kind: 'review', roster: result.roster, ...list, seal: sealOf(list), imported }
}

/** Says what an import would do, and changes nothing. */
async function checkRoster(
  db: Db,
  { id, departments }: Engagement,
  { text, addDepartments }: PastedList,
): Promise<RosterResult> {
  return readRoster(text, { departments, existing: await listLeads(db, id), addDepartments })
}

/** Takes in the good lines of a list, and with them the departments they name. */
function importRoster(db: Kysely<Database>, engagement: Engagement, list: PastedList) {
  return inTransaction(db, async (transaction) => {
    const result = await checkRoster(transaction, engagement, list)
    if (!result.ok) return result
    const departments = departmentsWith(engagement, result.roster)
    const extended = { ...engagement, departments }
    if (departments.length > engagement.departments.length) await updateEngagement(transaction, extended)
    const rows = result.roster.good.map((line) => detailsOf(line, departments))
    await addLeads(transaction, engagement, rows)
    return { ...result, engagement: extended }
  })
}

function departmentsWith(engagement: Engagement, roster: Roster): Engagement['departments'] {
  const named = roster.good.map(({ departmentName }) => departmentName)
  const names = [...engagement.departments.map(({ name }) => name), ...named]
  return keepIds(readNames(names.join('\n')), engagement.departments)
}

function detailsOf({ details, departmentName }: GoodLine, departments: Engagement['departments']) {
  const department = departments.find(({ name }) => sameName(name) === sameName(departmentName))
  return { ...details, departmentId: department?.id ?? null }
}

function sealOf({ text, addDepartments }: PastedList): string {
  return hashToken(`${addDepartments} ${text}`)
}
