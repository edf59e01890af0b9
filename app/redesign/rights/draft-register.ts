import { z } from 'zod'
import { sameName } from '#app/rounds/named-list.ts'
import type { OwnershipState, RoundScores } from '#app/scoring/round-scores.ts'
import { ownerRoleOf } from '../owner-role.ts'
import { type DecisionRight, draftDecisionRights } from './draft-rights.ts'
import type { Right } from './right.ts'
import situationsJson from './situations.v1.json' with { type: 'json' }

const textSchema = z.string().min(1)
const situationSchema = z.object({
  itemId: textSchema,
  /** Items to take the owner from where the first one was not asked. */
  also: z.array(textSchema).default([]),
  situation: textSchema,
  who: textSchema,
  response: textSchema,
  cycle: textSchema,
  escalation: z.array(z.object({ to: textSchema, withinDays: z.int() })).min(1),
})

export const situationsModel = z
  .object({
    format: z.literal('plumbline-situations/1'),
    /** The ones that every register settles. */
    situations: z.array(situationSchema).length(4),
    /** The ones that are offered where they were asked about. */
    matters: z.array(situationSchema),
  })
  .parse(situationsJson)

/** A line of the register to start from, and how the senior team sees the matter now. */
export interface DraftRight {
  itemId: string
  right: Right
  /** What kind of person should decide; to be read, not to be kept. */
  who: string
  /** Null where it was not asked, or may not be shown. */
  state: OwnershipState | null
  /** What the senior team said; empty where that is not known. */
  said: string
}

/** The four situations, always, then the other matters that leaders were asked about. */
export function draftRegister(scores: RoundScores | null, roles: readonly string[]): DraftRight[] {
  const asked = scores ? draftDecisionRights(scores) : []
  const known = (ids: readonly string[]) =>
    ids.flatMap((id) => asked.find(({ itemId }) => itemId === id) ?? [])[0]
  const always = situationsModel.situations.map((one) =>
    draftOf(one, known([one.itemId, ...one.also]), roles),
  )
  const others = situationsModel.matters.flatMap((one) => {
    const found = known([one.itemId])
    return found ? [draftOf(one, found, roles)] : []
  })
  return [...always, ...others]
}

type Situation = z.infer<typeof situationSchema>

function draftOf(
  { itemId, situation, who, response, cycle, escalation }: Situation,
  known: DecisionRight | undefined,
  roles: readonly string[],
): DraftRight {
  const owner = known?.proposedRole ?? ''
  const path = pathFrom(owner, escalation, roles)
  const right = { situation, owner, response, cycle, escalation: path, itemId, signedBy: '', signedOn: '' }
  return { itemId, right, who, state: known?.state ?? null, said: known?.said ?? '' }
}

/** Where it goes if the owner does not decide: never back to the same role, and from the head of the company to all. */
function pathFrom(
  owner: string,
  escalation: Right['escalation'],
  roles: readonly string[],
): Right['escalation'] {
  const path = escalation.map(({ to, withinDays }) => ({ to: ownerRoleOf(to, roles), withinDays }))
  const others = path.filter(({ to }) => sameName(to) !== sameName(owner))
  if (others.length > 0) return others
  return path.slice(-1).map(({ withinDays }) => ({ to: 'The whole senior team', withinDays }))
}
