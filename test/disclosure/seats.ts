import type { Answer } from '#app/answers/answer.ts'
import type { Level } from '#app/questionnaire/instrument.ts'
import { listParticipations } from '#db/participations.ts'
import type { Db } from '#db/schema.ts'

/** Ids of the places of a round, in the order of the names. */
export async function placesIn(db: Db, roundId: string): Promise<Record<Level, string[]>> {
  const places: Record<Level, string[]> = { senior: [], department: [] }
  for (const { participation, lead } of await listParticipations(db, roundId))
    places[lead.level].push(participation.id)
  return places
}

export async function roleIdsOf(db: Db): Promise<string[]> {
  const { roles } = await db.selectFrom('engagement').select('roles').executeTakeFirstOrThrow()
  return (JSON.parse(roles) as { id: string }[]).map(({ id }) => id)
}

/** Roles have ids of their own in each family: `role 3` stands for the fourth. */
export function withRoleIds(answer: Answer, roleIds: readonly string[]): Answer {
  if (answer.state !== 'answered' || answer.value.kind !== 'owner') return answer
  const { owner } = answer.value
  if (owner.kind !== 'role') return answer
  const [, number] = /^role (\d)$/.exec(owner.roleId) ?? []
  const roleId = number === undefined ? owner.roleId : (roleIds[Number(number)] ?? owner.roleId)
  return { state: 'answered', value: { kind: 'owner', owner: { kind: 'role', roleId } } }
}
