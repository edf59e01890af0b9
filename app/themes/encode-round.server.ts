import type { Kysely } from 'kysely'
import { givenValue } from '#app/answers/answer.ts'
import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import { log } from '#app/http/log.server.ts'
import { listGlossary } from '#db/glossaries.ts'
import { findRoundEngagementId } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { listSubmissions } from '#db/submissions.ts'
import { themedItems } from './assemble-codebook.ts'
import { breathe } from './breathe.server.ts'
import { keepingEncoder } from './comparers.server.ts'
import type { TextEncoder } from './proposal.ts'
import { englishDictionary } from './reading/english.server.ts'
import { readLines } from './reading/read-lines.ts'

/** Encodes what the leads of a round have written so far, so that nobody waits for it when the round is closed. */
export async function encodeRound(
  db: Kysely<Database>,
  roundId: string,
  encoder?: TextEncoder,
): Promise<void> {
  const items = themedItems(await instrumentOfRound(db, roundId))
  const submissions = await listSubmissions(db, roundId)
  const entries = await listGlossary(db, await findRoundEngagementId(db, roundId))
  const glossary = entries.map(({ term, meaning }) => [term, meaning] as const)
  const texts: string[] = []
  for (const { id } of items) {
    const lines = submissions.flatMap(({ answers }) => givenValue(answers[id], 'lines')?.lines ?? [])
    const numbered = lines.map(({ text }, at) => ({ id: `${at}`, text }))
    const read = await readLines(numbered, glossary, await englishDictionary(), breathe)
    texts.push(...read.lines.flatMap(({ norm, bare }) => [norm, bare]))
  }
  if (texts.length > 0) await keepingEncoder(db, encoder).embed(texts)
}

/** After the last of several submissions in a row, and well after the answer to it has gone out. */
const QUIET_MS = 15_000

const due = new Map<string, NodeJS.Timeout>()

/**
 * Has the lines of a round encoded soon, in the background. Whatever becomes of it, nobody is told: what is missing is
 * encoded when groups are asked for.
 */
export function encodeSoon(
  db: Kysely<Database>,
  roundId: string,
  quietMs = QUIET_MS,
  encoder?: TextEncoder,
): void {
  clearTimeout(due.get(roundId))
  const timer = setTimeout(() => {
    due.delete(roundId)
    encodeRound(db, roundId, encoder).catch((error: Error) =>
      log.info({ error: error.message }, 'lines were not encoded ahead'),
    )
  }, quietMs)
  due.set(roundId, timer.unref())
}
