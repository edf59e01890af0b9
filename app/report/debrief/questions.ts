import { z } from 'zod'
import { CONSTRUCTS } from '#app/questionnaire/instrument.ts'
import questionsJson from './questions.v1.json'
import type { ToldFinding } from './told-findings.ts'

const textSchema = z.string().trim().min(1)

const questionsSchema = z.object({
  format: z.literal('plumbline-debrief-questions/1'),
  byConstruct: z.record(z.enum(CONSTRUCTS), z.array(textSchema).length(2)),
  byRule: z.record(z.string(), textSchema),
})

export const debriefQuestions = questionsSchema.parse(questionsJson)

/** Two or three questions to talk about: first the one that only this finding asks. */
export function questionsFor({ ruleId, construct }: Pick<ToldFinding, 'ruleId' | 'construct'>): string[] {
  const own = debriefQuestions.byRule[ruleId]
  return [...(own ? [own] : []), ...debriefQuestions.byConstruct[construct]]
}
