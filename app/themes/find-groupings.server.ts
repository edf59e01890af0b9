import type { Db } from '#db/schema.ts'
import { codingProgress } from './coding/progress.ts'
import { joinThemes, regroupLoose } from './coding/regroup.ts'
import { findItemCodings } from './find-coding.server.ts'
import type { Codebook } from './theme.ts'

/** The lines of a round grouped otherwise, and the groups that nobody has confirmed, by item. */
export async function findGroupings(db: Db, roundId: string) {
  const codings = await findItemCodings(db, roundId)
  const alone = (coding: (typeof codings)[number]) => coding.lines.map(({ id }) => [id])
  return {
    careful: together(
      codings.map((coding) => regroupLoose(coding, coding.proposal?.careful ?? alone(coding))),
    ),
    free: together(codings.map((coding) => regroupLoose(coding, coding.proposal?.free ?? alone(coding)))),
    coarser: together(codings.map((coding) => joinThemes(coding, coding.proposal?.free ?? alone(coding)))),
    unconfirmed: Object.fromEntries(
      codings.map((coding) => [coding.itemId, codingProgress(coding).openGroups]),
    ),
  }
}

function together(parts: readonly Codebook[]): Codebook {
  return { themes: parts.flatMap(({ themes }) => themes), lines: parts.flatMap(({ lines }) => lines) }
}
