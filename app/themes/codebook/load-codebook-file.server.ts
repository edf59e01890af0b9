import type { Kysely } from 'kysely'
import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { FEWEST_IN_OPEN_MODE } from '#app/rounds/round.ts'
import { findLockedCodebook } from '#db/codebook-versions.ts'
import { listConsentedNames } from '#db/participations.ts'
import type { Database } from '#db/schema.ts'
import { listSubmissions } from '#db/submissions.ts'
import { type LoadedCoding, loadCoding } from '../load-coding.server.ts'
import type { CodebookFile } from './codebook-files.ts'
import { type Author, codebookRows } from './codebook-rows.ts'

/** The codebook of a closed round for handing on. Before the lock no line says anything of who wrote it. */
export async function loadCodebookFile(
  db: Kysely<Database>,
  query: { roundId: string; consultantId: string },
): Promise<CodebookFile | null> {
  const coding = await loadCoding(db, query)
  if (!coding) return null
  const { state, codings, items } = coding
  const version = state.kind === 'locked' ? state.version : null
  const kept = version === null ? null : await findLockedCodebook(db, { roundId: query.roundId, version })
  const codebook = kept ?? {
    themes: codings.flatMap(({ themes }) => [...themes]),
    lines: codings.flatMap(({ lines }) => [...lines]),
  }
  return {
    client: coding.clientName,
    round: coding.round.title,
    version,
    versions: coding.versions,
    themes: codebook.themes,
    rows: codebookRows(codebook, items, version === null ? new Map() : await authorsOf(db, coding)),
  }
}

/** The level where both levels are large enough to be shown, the name in open mode from those who agreed to it. */
async function authorsOf(db: Kysely<Database>, { round }: LoadedCoding): Promise<Map<string, Author>> {
  const submissions = await listSubmissions(db, round.id)
  const open = round.privacyMode === 'open'
  const needed = open ? FEWEST_IN_OPEN_MODE : round.smallestGroup
  const size = (level: Level) => submissions.filter((submission) => submission.level === level).length
  const levelsShown = LEVELS.every((level) => size(level) >= needed)
  const names = open ? await listConsentedNames(db, round.id) : new Map<string, string>()
  return new Map(
    submissions.map(({ id, level, leadId }) => [
      id,
      { level: levelsShown ? level : null, person: names.get(leadId ?? '') ?? null },
    ]),
  )
}
