import { createHash } from 'node:crypto'
import { givenValue } from '#app/answers/answer.ts'
import type { Submission } from '#app/answers/submission.ts'
import type { Instrument, Item } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { Round } from '#app/rounds/round.ts'
import { isCounted } from '#app/scoring/round-answers.ts'
import { listFoundations } from '#db/report-versions.ts'
import type { Db } from '#db/schema.ts'
import { mayJoin } from './freeze.ts'

/** What one round was asked and what was handed in to it. */
export interface Given {
  instrument: Instrument
  submissions: readonly Submission[]
}

/** Long enough for no two answers of a round to meet by chance: 128 bits. */
const HEX_DIGITS = 32

/**
 * What a report rests on, its own round and the one that it is compared with: for each submission a hash of what stands in it,
 * one of the level it counts in, and one for every item that it counts for, so that a change shows wherever a figure could.
 */
export function foundationOf(own: Given, earlier?: Given): string[] {
  return [...keysOf('own', own), ...(earlier ? keysOf('earlier', earlier) : [])].sort()
}

/** One place after the other: the same for the same answers, whatever the ids. */
export function keysOf(round: 'own' | 'earlier', { instrument, submissions }: Given): string[] {
  const items = itemsOf(instrument)
  return submissions.flatMap((submission) => {
    const { id, level } = submission
    const place = `${round}/${level}`
    const counted = items.filter((item) => item.levels.includes(level) && isGiven(item, submission))
    return [
      `${round}:${wholeHash(submission)}`,
      `${place}:${shortHash(id)}`,
      ...counted.map((item) => `${place}/${item.id}:${shortHash(id, ...saidTo(item, submission))}`),
      ...counted
        .filter((item) => namesSomething(item, submission))
        .map((item) => `${place}/${item.id}/named:${shortHash(id, item.id)}`),
    ]
  })
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
  return mayJoin(
    versions.filter((published) => published !== null),
    current,
    round.smallestGroup,
  )
}

function isGiven(item: Item, { answers }: Submission): boolean {
  const answer = answers[item.id]
  return answer !== undefined && isCounted(item, answer)
}

/** Lists are compared among those who named something. */
function namesSomething(item: Item, { answers }: Submission): boolean {
  return (givenValue(answers[item.id], 'lines')?.lines.length ?? 0) > 0
}

/** Where departments are picked, the answer also counts for the department of whoever gave it. */
function saidTo(item: Item, { answers, departmentId }: Submission): string[] {
  const byDepartment = item.kind === 'lines' && item.pickers.length > 0
  return [JSON.stringify(answers[item.id]), byDepartment ? String(departmentId) : '']
}

function wholeHash({ id, level, answers }: Submission): string {
  const entries = Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1))
  return hash(id, level, JSON.stringify(entries))
}

function shortHash(...parts: string[]): string {
  return hash(...parts).slice(0, HEX_DIGITS)
}

function hash(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}
