import { z } from 'zod'
import { LEVELS } from '#app/questionnaire/instrument.ts'
import { PRIVACY_MODES } from '#app/rounds/round.ts'

/** A line with the theme that the consultant would sort it into. */
const themedLineSchema = z.tuple([z.string(), z.string()])
const dependencySchema = z.tuple([z.string(), z.string(), z.string(), z.string()])

const personSchema = z.object({
  name: z.string(),
  title: z.string(),
  level: z.enum(LEVELS),
  department: z.string(),
  email: z.email(),
  priorities: z.array(themedLineSchema),
  /** What gave way to the first priority, or one of the two answers that name nothing. */
  tradeoff: z.string(),
  stops: z.array(themedLineSchema),
  /** Theme, line, needed from, needed by. */
  dependencies: z.array(dependencySchema),
  keyResults: z.array(z.string()),
  oneFix: z.string(),
})

const rowSchema = z.string().transform((row) => [...row.replaceAll(' ', '')])
const themesSchema = z.record(z.string(), z.string())

const clientSchema = z
  .object({
    format: z.literal('plumbline-demo/1'),
    clientName: z.string(),
    privacyMode: z.enum(PRIVACY_MODES).default('confidential'),
    departments: z.array(z.string()),
    roles: z.record(z.string().length(1), z.string()),
    rounds: z.object({ answered: z.string(), open: z.string() }),
    themes: z.object({ priorities: themesSchema, stops: themesSchema, dependencies: themesSchema }),
    people: z.array(personSchema),
    scale: z.record(z.string(), rowSchema),
    owner: z.record(z.string(), rowSchema),
    choice: z.record(z.string(), rowSchema),
    multi: z.record(z.string(), z.array(z.string())),
    number: z.record(z.string(), z.array(z.union([z.number(), z.literal('?'), z.null()]))),
  })
  .superRefine((client, context) => {
    const rows = [client.scale, client.owner, client.choice, client.multi, client.number]
    for (const [itemId, row] of rows.flatMap((kind) => Object.entries(kind))) {
      if (row.length === client.people.length) continue
      context.addIssue({
        code: 'custom',
        message: `${itemId} has ${row.length} answers for ${client.people.length} people`,
      })
    }
  })

/** The invented client of the demonstration: who they are, what they answered and how their lines are themed. */
export type DemoClient = z.infer<typeof clientSchema>

export function readClient(json: unknown): DemoClient {
  return clientSchema.parse(json)
}
