import type { Kysely } from 'kysely'
import { inTransaction } from '#db/in-transaction.ts'
import type { Database } from '#db/schema.ts'
import { decideThemeLink, deleteProposedLinks, insertThemeLinks, listThemeLinks } from '#db/theme-links.ts'
import { findItemCodings } from '../find-coding.server.ts'
import type { LinkKind, ThemeLink } from './theme-link.ts'

type Result = { ok: true } | { ok: false; error: string }

interface Linking {
  roundId: string
  coder: string
  /** YYYY-MM-DD. */
  today: string
}

export type ProposedLink = Pick<ThemeLink, 'themeIds' | 'kind' | 'why'>

/** The links between themes that are there today; one whose theme was merged away is not shown. */
export async function findThemeLinks(db: Kysely<Database>, roundId: string): Promise<ThemeLink[]> {
  const codings = await findItemCodings(db, roundId)
  const themes = new Set(codings.flatMap((coding) => coding.themes.map(({ id }) => id)))
  const links = await listThemeLinks(db, roundId)
  return links.filter(({ themeIds }) => themeIds.every((id) => themes.has(id)))
}

/** Replaces what was proposed before; what a person has decided stays. */
export async function saveProposedLinks(
  db: Kysely<Database>,
  roundId: string,
  links: readonly ProposedLink[],
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await deleteProposedLinks(transaction, roundId)
    await insertThemeLinks(transaction, roundId, links)
  })
}

/** `confirm` and `reject` name a link (`link`); `add` makes one of two themes (`from`, `to`) and a `kind`. */
export async function decideLink(db: Kysely<Database>, linking: Linking, form: FormData): Promise<Result> {
  const intent = form.get('intent')
  const [a, b, kind] = intent === 'add' ? addedLink(form) : namedLink(form)
  const known = await knownThemes(db, linking.roundId)
  if (!a || !b || !isKind(kind) || a === b || !known.has(a) || !known.has(b))
    return {
      ok: false,
      error: 'Choose two themes of different questions, and how the one bears on the other.',
    }
  const { roundId, coder, today } = linking
  await inTransaction(db, async (transaction) => {
    const themeIds: [string, string] = [a, b]
    if (intent === 'add')
      await insertThemeLinks(transaction, roundId, [{ themeIds, kind, why: 'set by hand' }])
    const state = intent === 'reject' ? ('rejected' as const) : ('confirmed' as const)
    await decideThemeLink(transaction, { roundId, themeIds, kind, state, coder, decidedOn: today })
  })
  return { ok: true }
}

async function knownThemes(db: Kysely<Database>, roundId: string): Promise<Set<string>> {
  const codings = await findItemCodings(db, roundId)
  return new Set(codings.flatMap((coding) => coding.themes.map(({ id }) => id)))
}

function namedLink(form: FormData): string[] {
  return String(form.get('link') ?? '').split(':')
}

function addedLink(form: FormData): string[] {
  return ['from', 'to', 'kind'].map((name) => String(form.get(name) ?? ''))
}

function isKind(kind: string | undefined): kind is LinkKind {
  return kind === 'conflict' || kind === 'dependency'
}
