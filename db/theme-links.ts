import type { LinkState, ThemeLink } from '#app/themes/codebook/theme-link.ts'
import type { Db } from './schema.ts'

export async function listThemeLinks(db: Db, roundId: string): Promise<ThemeLink[]> {
  const rows = await db
    .selectFrom('theme_link')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('theme_a')
    .orderBy('theme_b')
    .execute()
  return rows.map((row) => ({
    themeIds: [row.theme_a, row.theme_b],
    kind: row.kind,
    why: row.why,
    state: row.state,
    coder: row.coder,
    decidedOn: row.decided_on,
  }))
}

/** Adds what is new; a link that stands already is left as it is, decided or not. */
export async function insertThemeLinks(
  db: Db,
  roundId: string,
  links: readonly Pick<ThemeLink, 'themeIds' | 'kind' | 'why'>[],
): Promise<void> {
  if (links.length === 0) return
  const rows = links.map(({ themeIds: [a, b], kind, why }) => ({
    round_id: roundId,
    theme_a: a,
    theme_b: b,
    kind,
    why,
    state: 'proposed' as const,
    coder: null,
    decided_on: null,
  }))
  await db
    .insertInto('theme_link')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function decideThemeLink(
  db: Db,
  link: { roundId: string; themeIds: readonly [string, string]; kind: ThemeLink['kind'] } & {
    state: LinkState
    coder: string
    decidedOn: string
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('theme_link')
    .set({ state: link.state, coder: link.coder, decided_on: link.decidedOn })
    .where('round_id', '=', link.roundId)
    .where('theme_a', '=', link.themeIds[0])
    .where('theme_b', '=', link.themeIds[1])
    .where('kind', '=', link.kind)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What was only proposed goes, before it is proposed anew. */
export async function deleteProposedLinks(db: Db, roundId: string): Promise<void> {
  await db.deleteFrom('theme_link').where('round_id', '=', roundId).where('state', '=', 'proposed').execute()
}
