import { createHash } from 'node:crypto'
import type { Submission } from '#app/answers/submission.ts'
import type { Round } from '#app/rounds/round.ts'
import { listFoundations } from '#db/report-versions.ts'
import type { Db } from '#db/schema.ts'
import { mayPublishAgain } from './freeze.ts'

/**
 * What a report rests on: a hash for each submission of the round and of the one that it is compared with, made of the random
 * id and of what stands in it, so that a changed answer shows.
 */
export function foundationOf(own: readonly Submission[], earlier: readonly Submission[] = []): string[] {
  return [
    ...own.map((each) => `own:${hashOf(each)}`),
    ...earlier.map((each) => `earlier:${hashOf(each)}`),
  ].sort()
}

/**
 * Whether the answers of a round may be published beside every version that readers may hold. In open mode names stand beside
 * answers anyway.
 */
export async function isFreeToPublish(
  db: Db,
  round: Pick<Round, 'id' | 'privacyMode' | 'smallestGroup'>,
  current: readonly string[],
): Promise<boolean> {
  if (round.privacyMode === 'open') return true
  const versions = await listFoundations(db, round.id)
  return versions.every((published) => !published || mayPublishAgain(published, current, round.smallestGroup))
}

export function hashOf({ id, level, answers }: Pick<Submission, 'id' | 'level' | 'answers'>): string {
  const entries = Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256')
    .update(`${id}\n${level}\n${JSON.stringify(entries)}`)
    .digest('hex')
}
