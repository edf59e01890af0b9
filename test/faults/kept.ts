import { type NativeDatabase, openNative, readValue } from '#db/native.ts'
import { databaseIn } from './scratch.ts'

export interface Kept {
  /** What SQLite and the references between tables say; "ok" where all is well. */
  integrity: string
  /** By place and item. */
  drafts: ReadonlyMap<string, { text: string; revision: number }>
  /** The lines handed in under a name, by place and item. */
  handedIn: ReadonlyMap<string, string>
  /** The lines of submissions that are linked to nobody, with how often each is there. */
  unlinked: ReadonlyMap<string, number>
  /** Whether a round is open, closed or something else, by its id. */
  rounds: ReadonlyMap<string, string>
  /** Places that are neither handed in nor not. */
  halfSubmitted: string[]
}

export function keyOf(participationId: string, itemId: string): string {
  return `${participationId} ${itemId}`
}

/** Reads a data folder that no server runs on; SQLite recovers it as a start would. */
export function keptIn(dataDir: string): Promise<Kept> {
  return keptInFile(databaseIn(dataDir))
}

export async function keptInFile(file: string): Promise<Kept> {
  const native = await openNative(file)
  try {
    return {
      integrity: integrityOf(native),
      drafts: new Map(
        all<Draft>(native, DRAFTS).map(({ place, item, text, revision }) => [
          keyOf(place, item),
          { text, revision },
        ]),
      ),
      handedIn: new Map(
        all<Line>(native, HANDED_IN).map(({ place, item, text }) => [keyOf(place, item), text]),
      ),
      unlinked: new Map(
        all<{ text: string; count: number }>(native, UNLINKED).map(({ text, count }) => [text, count]),
      ),
      rounds: new Map(
        all<{ id: string; state: string }>(native, 'select id, state from round').map(({ id, state }) => [
          id,
          state,
        ]),
      ),
      halfSubmitted: all<{ fault: string }>(native, HALF_SUBMITTED).map(({ fault }) => fault),
    }
  } finally {
    native.close()
  }
}

interface Line {
  place: string
  item: string
  text: string
}

type Draft = Line & { revision: number }

const FIRST_LINE = `json_extract(answer, '$.value.lines[0].text')`

const DRAFTS = `select participation_id as place, item_id as item, ${FIRST_LINE} as text, revision from draft where text is not null`

const LINES = `select submission.participation_id as place, item.key as item,
    json_extract(item.value, '$.value.lines[0].text') as text
  from submission, json_each(submission.answers) as item where text is not null`

const HANDED_IN = `${LINES} and place is not null`

const UNLINKED = `select text, count(*) as count from (${LINES} and place is null) group by text`

const HALF_SUBMITTED = `
  select 'handed in without answers: ' || participation.id as fault
    from participation join round on round.id = participation.round_id
    left join submission on submission.participation_id = participation.id
    where participation.submitted = 1 and submission.id is null and round.privacy_mode <> 'unlinked'
  union all
  select 'answers of somebody who did not hand in: ' || participation.id
    from submission join participation on participation.id = submission.participation_id
    where participation.submitted = 0
  union all
  select 'unlinked: ' || sum(submitted) || ' handed in, ' || (select count(*) from submission where round_id = round.id) || ' submissions'
    from participation join round on round.id = participation.round_id
    where round.privacy_mode = 'unlinked' group by round.id
    having sum(submitted) <> (select count(*) from submission where round_id = round.id)
  union all
  select 'unlinked: handed in, but still leads to its answers: ' || participation.id
    from participation join round on round.id = participation.round_id
    where round.privacy_mode = 'unlinked' and participation.submitted = 1
      and (exists (select 1 from draft where participation_id = participation.id)
        or exists (select 1 from lead_session where participation_id = participation.id))`

function integrityOf(native: NativeDatabase): string {
  const orphan = native.prepare('pragma foreign_key_check').get() as { table: string } | undefined
  return orphan
    ? `a row of ${orphan.table} refers to nothing`
    : String(readValue(native, 'pragma integrity_check'))
}

function all<Row>(native: NativeDatabase, sql: string): Row[] {
  return native.prepare(sql).all() as Row[]
}
