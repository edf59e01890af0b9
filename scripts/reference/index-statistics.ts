import { z } from 'zod'
import type { CodedAnswer, Comparison } from '#app/scoring/comparison.ts'
import { isMeasured } from '#app/scoring/measure.ts'
import { dimensionIndex, type LevelAgreements } from '#app/scoring/measures/dimension-index.ts'
import { pairwiseAgreement } from '#app/scoring/pairwise-agreement.ts'
import { PERSISTENCE } from '#app/scoring/rank-biased-overlap.ts'
import { type Statistic, statistic, themes } from './statistic.ts'

const numbers = { senior: z.array(z.number().nullable()), heads: z.array(z.number().nullable()) }
const names = { senior: z.array(z.string().nullable()), heads: z.array(z.string().nullable()) }
const themeLists = { senior: z.array(themes.nullable()), heads: z.array(themes.nullable()) }

const item = z.discriminatedUnion('type', [
  z.object({ type: z.literal('likert'), options: z.number(), ...numbers }),
  z.object({ type: z.literal('yesno'), ...numbers }),
  z.object({ type: z.literal('owner'), options: z.number(), roles: themes, ...names }),
  z.object({
    type: z.literal('list'),
    ranked: z.boolean(),
    catalogue: z.number(),
    p: z.literal(PERSISTENCE).optional(),
    ...themeLists,
  }),
])
type Item = z.infer<typeof item>

/** How the answers to an item are compared, and what each is as a number; null for none. */
function codingOf(item: Item): { comparison: Comparison; code: (answer: unknown) => CodedAnswer | null } {
  if (item.type === 'likert') {
    return { comparison: { kind: 'linear', points: item.options }, code: (answer) => Number(answer) - 1 }
  }
  if (item.type === 'yesno') {
    return { comparison: { kind: 'match', options: 2, real: 2 }, code: (answer) => Number(answer) }
  }
  if (item.type === 'owner') return ownerCoding(item.roles, item.options)
  const found = [...new Set([...item.senior, ...item.heads].flatMap((list) => list ?? []))]
  return {
    comparison: { kind: 'lists', catalogue: item.catalogue, asked: 0, ordered: item.ranked },
    code: (answer) => {
      const list = [...new Set(answer as string[])].map((theme) => found.indexOf(theme))
      return list.length === 0 ? null : list
    },
  }
}

function ownerCoding(roles: readonly string[], options: number): ReturnType<typeof codingOf> {
  return {
    comparison: { kind: 'match', options, real: roles.length },
    code: (answer) => (roles.includes(answer as string) ? roles.indexOf(answer as string) : roles.length),
  }
}

function codedItem(item: Item) {
  const { comparison, code } = codingOf(item)
  const coded = (answers: readonly unknown[]) =>
    answers.map((answer) => (answer === null ? null : code(answer)))
  return { comparison, senior: coded(item.senior), department: coded(item.heads) }
}

const KEYS = { AS: 'senior', AH: 'department', AX: 'across', G: 'gap' } as const

/** Statistics that are this project's own. */
export const INDEX_STATISTICS: Record<string, Statistic> = {
  dimension_index: statistic(z.object({ items: z.array(item) }), z.object({}), (input) => {
    const { items, mean } = dimensionIndex(input.items.map(codedItem))
    const ofItems = (key: keyof LevelAgreements) => items.map((one) => one[key])
    return Object.fromEntries(
      Object.entries(KEYS).flatMap(([name, key]) => [
        [name, ofItems(key)],
        [`mean${name}`, mean[key]],
      ]),
    )
  }),
  clear_owner: statistic(
    z.object({ labels: z.array(z.string().nullable()) }),
    z.object({ options: z.number(), realRoles: z.number(), notAnOwner: themes }),
    ({ labels }, { options, realRoles, notAnOwner }) => {
      const named = [...new Set(labels)].flatMap((label) => label ?? [])
      const real = named.filter((label) => !notAnOwner.includes(label))
      const { code } = ownerCoding(real, options)
      const coded = labels.map((label) => {
        if (label === null) return null
        return real.includes(label) ? code(label) : realRoles
      })
      const agreement = pairwiseAgreement({ kind: 'match', options, real: realRoles }, coded)
      return isMeasured(agreement)
        ? { distance: agreement.distance, s: agreement.value }
        : { distance: null, s: null }
    },
  ),
}
