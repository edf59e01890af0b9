import { z } from 'zod'
import type { Diagnosis, Finding } from '#app/diagnosis/diagnosis.ts'
import { tallyOf, tallyWords } from '#app/diagnosis/people-words.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import rhythmJson from './rhythm.v1.json' with { type: 'json' }

const textSchema = z.string().min(1)

const forumSchema = z.object({
  id: z.enum(['weekly', 'monthly', 'quarterly']),
  name: textSchema,
  purpose: textSchema,
  /** What the meeting ends with. */
  ends: textSchema,
  /** The item that asks what this meeting does now, and the one whose answers name who should own it. */
  does: textSchema,
  owner: textSchema,
  asks: z.array(textSchema).min(1),
  /** The findings that ask for this meeting, and what it must stop being where they are made. */
  because: z.array(z.object({ rule: textSchema, not: textSchema })).min(1),
})

export const rhythmSchema = z.object({
  format: z.literal('plumbline-rhythm/1'),
  forums: z.array(forumSchema).min(1),
})

export const rhythmModel = rhythmSchema.parse(rhythmJson)

export type ForumId = z.infer<typeof forumSchema>['id']

/** A meeting of the draft rhythm, filled for this client. */
export interface DraftForum {
  id: ForumId
  name: string
  purpose: string
  ends: string
  asks: string[]
  /** The role that most of the senior team name; null where one has to be named. */
  owner: { role: string; said: string } | null
  /** The item that the owner comes from. */
  ownerItem: string
  /** What it mostly does now, where most of the senior team say the same. */
  now: { words: string; said: string } | null
  /** What it must stop being: one entry for each finding that says so, the worst first. */
  stops: { words: string; ruleId: string; name: string; certainty: Finding['certainty'] }[]
}

/** More than this in one cell is not read. */
const MOST_STOPS = 3

/** The meetings that sure findings ask for, in the order of the calendar. None is proposed for the sake of a full table. */
export function draftRhythm(scores: RoundScores, diagnosis: Diagnosis): DraftForum[] {
  const sure = diagnosis.findings.filter(
    ({ kind, certainty }) => kind === 'problem' && certainty !== 'indicative',
  )
  return rhythmModel.forums.flatMap(({ because, owner, does, ...forum }) => {
    const reasons = sure.flatMap((finding) => {
      const reason = because.find(({ rule }) => rule === finding.ruleId)
      return reason ? [{ finding, words: reason.not }] : []
    })
    if (reasons.length === 0) return []
    const stops = reasons.toSorted(worstFirst).slice(0, MOST_STOPS)
    return [
      {
        ...forum,
        owner: ownerIn(scores, owner),
        ownerItem: owner,
        now: nowIn(scores, does),
        stops: stops.map(({ finding: { ruleId, name, certainty }, words }) => ({
          words,
          ruleId,
          name,
          certainty,
        })),
      },
    ]
  })
}

function worstFirst(one: { finding: Finding }, other: { finding: Finding }): number {
  return other.finding.severity - one.finding.severity
}

function seniorDetail(scores: RoundScores, itemId: string) {
  const score = scores.items.find((item) => item.itemId === itemId)?.byLevel.senior
  return score?.kind === 'measured' ? score : null
}

function ownerIn(scores: RoundScores, itemId: string): DraftForum['owner'] {
  const detail = seniorDetail(scores, itemId)?.detail
  if (detail?.kind !== 'owner' || detail.state !== 'agreed' || !detail.modalRole) return null
  const { label, people } = detail.modalRole
  return { role: label, said: tallyWords(tallyOf(people)) }
}

function nowIn(scores: RoundScores, itemId: string): DraftForum['now'] {
  const score = seniorDetail(scores, itemId)
  if (score?.detail.kind !== 'choice') return null
  const most = score.detail.options.find(({ people }) => tallyOf(people).low > score.n / 2)
  return most ? { words: most.label, said: tallyWords(tallyOf(most.people)) } : null
}
