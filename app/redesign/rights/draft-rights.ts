import { tallyWords } from '#app/diagnosis/people-words.ts'
import { topRoles } from '#app/diagnosis/top-roles.ts'
import { listed } from '#app/rounds/count-words.ts'
import type { Detail, LevelItemScore, OwnershipState, RoundScores } from '#app/scoring/round-scores.ts'

type OwnerDetail = Extract<Detail, { kind: 'owner' }>

/** Matters that need one role each, in the order in which they should be settled. */
const MATTERS = [
  'owns-outcome',
  'decides-conflict',
  'd-conflict',
  'escalates-blocked',
  'd-dependency',
  'closes-loop',
  'd-missed',
  'd-new-initiative',
] as const

/** A line of the draft register: a matter, how the senior team sees it now, and the role to start the talk from. */
export interface DecisionRight {
  itemId: string
  state: OwnershipState
  /** The role that most name, where they agree; null where one has to be chosen. */
  proposedRole: string | null
  /** What the senior team said: "Chief executive, four of nine". */
  said: string
}

/** The draft register of decision rights, from what the senior team said of each matter that may be shown. */
export function draftDecisionRights(scores: RoundScores): DecisionRight[] {
  return MATTERS.flatMap((itemId) => {
    const score = scores.items.find((item) => item.itemId === itemId)?.byLevel.senior
    return score?.kind === 'measured' ? rightOf(itemId, score) : []
  })
}

/** "Chief executive, four of nine", or several that tie. */
function topRoleWords(detail: OwnerDetail, n: number): string {
  const { labels, people } = topRoles(detail, n)
  if (labels.length === 0) return 'no role by more than one'
  return `${listed(labels)}, ${tallyWords(people)}${labels.length > 1 ? ' each' : ''}`
}

function rightOf(itemId: string, { detail, n }: LevelItemScore): DecisionRight[] {
  if (detail.kind !== 'owner') return []
  const { state, modalRole } = detail
  return [
    {
      itemId,
      state,
      proposedRole: state === 'agreed' && modalRole ? modalRole.label : null,
      said: topRoleWords(detail, n),
    },
  ]
}
