import { z } from 'zod'
import type { ProposalQuestion } from '../proposal.ts'

const lineIds = z.array(z.string()).min(1)
const share = z.number().min(0).max(1)

const answerSchema = z.object({
  groups: z.array(z.object({ lineIds, name: z.string().trim().min(1).max(140), confidence: share })),
  suggestions: z
    .array(z.object({ lineIds: z.tuple([lineIds, lineIds]), confidence: share, why: z.string().max(300) }))
    .default([]),
})

export type EndpointAnswer = z.infer<typeof answerSchema>

type Checked = { ok: true; answer: EndpointAnswer } | { ok: false; error: string }

/** Takes an answer only if it is a partition of exactly the lines that were asked about and keeps to what was decided. */
export function readEndpointAnswer(text: string, question: ProposalQuestion): Checked {
  const parsed = parseJson(text)
  if (!parsed.ok) return { ok: false, error: parsed.error }
  const { answer } = parsed
  const groupOf = new Map(answer.groups.flatMap((group, at) => group.lineIds.map((id) => [id, at] as const)))
  const named = answer.groups.reduce((sum, group) => sum + group.lineIds.length, 0)
  const asked = question.lines.map(({ id }) => id)
  if (named !== asked.length || groupOf.size !== named || !asked.every((id) => groupOf.has(id)))
    return { ok: false, error: 'its groups are not a partition of the lines it was given' }
  const together = question.keep.together.every((ids) => new Set(ids.map((id) => groupOf.get(id))).size <= 1)
  const apart = question.keep.apart.every(([a, b]) => groupOf.get(a) !== groupOf.get(b))
  if (!together || !apart) return { ok: false, error: 'its groups undo what a person has decided' }
  if (answer.groups.some(({ lineIds }) => joinsOwnLines(lineIds, question)))
    return { ok: false, error: 'it joins lines of one person without being asked' }
  const isGroup = (ids: readonly string[]) => {
    const at = groupOf.get(ids[0] ?? '')
    return (
      at !== undefined &&
      answer.groups[at]?.lineIds.length === ids.length &&
      ids.every((id) => groupOf.get(id) === at)
    )
  }
  if (!answer.suggestions.every(({ lineIds: [a, b] }) => isGroup(a) && isGroup(b) && a[0] !== b[0]))
    return { ok: false, error: 'it suggests to join what are not groups of its own' }
  return { ok: true, answer }
}

/** Two lines of one person that nobody has put together. */
function joinsOwnLines(ids: readonly string[], { lines, keep }: ProposalQuestion): boolean {
  const personOf = new Map(lines.map(({ id, person }) => [id, person]))
  return ids.some((a, at) =>
    ids
      .slice(at + 1)
      .some(
        (b) =>
          personOf.get(a) === personOf.get(b) &&
          !keep.together.some((set) => set.includes(a) && set.includes(b)),
      ),
  )
}

function parseJson(text: string): Checked {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, error: 'its answer is not JSON' }
  }
  const parsed = answerSchema.safeParse(value)
  if (parsed.success) return { ok: true, answer: parsed.data }
  const [issue] = parsed.error.issues
  return { ok: false, error: `its answer has another form (${issue?.path.join('.')}: ${issue?.message})` }
}
