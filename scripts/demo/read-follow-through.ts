import { z } from 'zod'
import { CADENCES } from '#app/redesign/rhythm/forum.ts'
import { addDays } from '#app/rounds/day.ts'

const contentSchema = z.record(z.string(), z.unknown())
const common = { on: z.int().min(0), as: z.string() }

const stepSchema = z.discriminatedUnion('do', [
  z.object({
    ...common,
    do: z.literal('add'),
    kind: z.enum(['decision', 'not-now', 'right', 'objective', 'key-result', 'stage', 'countermeasure']),
    content: contentSchema,
  }),
  z.object({
    ...common,
    do: z.literal('priority'),
    inPlaceOf: z.string().default(''),
    content: contentSchema,
  }),
  /** A draft of the register, taken over with an owner of the team's choice. */
  z.object({ ...common, do: z.literal('right'), itemId: z.string(), content: contentSchema }),
  z.object({ ...common, do: z.literal('forum'), cadence: z.enum(CADENCES), content: contentSchema }),
  z.object({ ...common, do: z.literal('change'), content: contentSchema }),
  z.object({ ...common, do: z.literal('tick') }),
  z.object({ ...common, do: z.literal('sign'), by: z.string() }),
  z.object({ ...common, do: z.literal('agree'), index: z.int().min(0), by: z.string() }),
])

const rowSchema = z.string().transform((row) => [...row.replaceAll(' ', '')])
const dayNumber = z.int().min(0)

const followThroughSchema = z.object({
  format: z.literal('plumbline-follow-through/1'),
  days: z.object({
    opened: dayNumber,
    closed: dayNumber,
    published: dayNumber,
    pulseOpened: dayNumber,
    pulseClosed: dayNumber,
    pulsePublished: dayNumber,
  }),
  steps: z.array(stepSchema),
  pulse: z.object({
    title: z.string(),
    scale: z.record(z.string(), rowSchema),
    choice: z.record(z.string(), rowSchema),
    /** One row a commitment, found by some of its words. */
    commitments: z.array(z.object({ about: z.string(), row: rowSchema })),
    /** By address; whoever is not there names what they named before. */
    priorities: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
  }),
})

export type FollowThrough = z.infer<typeof followThroughSchema>
export type PlanStep = FollowThrough['steps'][number]

/** The follow-through with every `@n` replaced by the day that lies n days after the first, and its steps in their order. */
export function readFollowThrough(json: unknown, firstDay: string): FollowThrough {
  const read = followThroughSchema.parse(withDays(json, firstDay))
  return { ...read, steps: read.steps.toSorted((one, other) => one.on - other.on) }
}

function withDays(json: unknown, firstDay: string): unknown {
  if (typeof json === 'string') {
    const days = /^@(\d+)$/.exec(json)?.[1]
    return days === undefined ? json : addDays(firstDay, Number(days))
  }
  if (Array.isArray(json)) return json.map((one) => withDays(one, firstDay))
  if (json === null || typeof json !== 'object') return json
  return Object.fromEntries(Object.entries(json).map(([key, one]) => [key, withDays(one, firstDay)]))
}
