import type { Diagnosis, Finding } from '#app/diagnosis/diagnosis.ts'
import { addDays } from '#app/rounds/day.ts'
import { ownerRoleOf } from './owner-role.ts'

/** One recommended action: what, by whom, until when, to what effect, and the finding that asks for it. */
export interface Move {
  action: string
  ownerRole: string
  effect: string
  due: string
  ruleId: string
}

/** More than five actions at once would be one more overload. */
export const MOST_MOVES = 5

/**
 * The first actions to take, soonest reason first: one for each leading finding, then the second ones. None where the
 * diagnosis names no ailment: an unsure answer gives no orders.
 */
export function recommendMoves(
  { verdict, findings }: Diagnosis,
  issuedOn: string,
  roles: readonly string[],
): Move[] {
  if (verdict.ailments.length === 0) return []
  const leading = verdict.basis.flatMap((id) => findings.filter(({ ruleId }) => ruleId === id))
  const others = findings.filter(
    (finding) => !leading.includes(finding) && finding.certainty !== 'indicative',
  )
  const ranked = [...leading, ...others].filter(({ kind }) => kind === 'problem')
  const moves = [0, 1].flatMap((place) => ranked.flatMap((finding) => moveOf(finding, place, issuedOn)))
  const actions = moves.map(({ action }) => action)
  return moves
    .filter(({ action }, index) => actions.indexOf(action) === index)
    .slice(0, MOST_MOVES)
    .map((move) => ({ ...move, ownerRole: ownerRoleOf(move.ownerRole, roles) }))
}

function moveOf(finding: Finding, place: number, issuedOn: string): Move[] {
  const move = finding.moves[place]
  if (!move) return []
  const { days, ...rest } = move
  return [{ ...rest, due: addDays(issuedOn, days), ruleId: finding.ruleId }]
}
