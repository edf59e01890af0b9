import type { Detail } from '#app/scoring/round-scores.ts'
import { type Tally, tallyOf } from './people-words.ts'

/** What an owner item offers beside real roles. */
const NO_REAL_OWNER = ['someone-else', 'shared', 'nobody', 'offline', 'cant-say']

/** The role named most often and by how many; several where they tie, none where each stands for one person. */
export function topRoles(
  detail: Extract<Detail, { kind: 'owner' }>,
  n: number,
): { labels: string[]; people: Tally } {
  const { modalRole } = detail
  if (modalRole) return { labels: [modalRole.label], people: tallyOf(modalRole.people) }
  const roles = detail.options.filter(({ id }) => !NO_REAL_OWNER.includes(id))
  const [first] = roles
  if (!first) return { labels: [], people: { low: 0, high: 1, of: n } }
  const people = tallyOf(first.people)
  const ties = roles.filter((role) => tallyOf(role.people).high === people.high)
  return { labels: ties.map(({ label }) => label), people }
}
