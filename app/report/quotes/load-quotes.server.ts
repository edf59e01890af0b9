import { createHash } from 'node:crypto'
import { givenValue, isBlank } from '#app/answers/answer.ts'
import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import type { Submission } from '#app/answers/submission.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { Round } from '#app/rounds/round.ts'
import { listParticipations } from '#db/participations.ts'
import { deleteQuote, listReleasedQuotes, putQuote } from '#db/report-quotes.ts'
import type { Db } from '#db/schema.ts'
import { listSubmissions } from '#db/submissions.ts'
import { checkExtract, tidied } from './check-extract.ts'
import { noQuotesReason, QUOTES, type QuoteCandidate, type ReleasedQuote } from './quote.ts'

export interface QuoteBench {
  /** Why there is nothing to release; null where there may be. */
  reason: string | null
  /** In an order that says nothing. */
  candidates: QuoteCandidate[]
  released: ReleasedQuote[]
  wordings: Record<string, string>
}

/** Free texts that may be quoted, without the name, the level or the order of those who wrote them. */
export async function loadQuotes(db: Db, round: Round): Promise<QuoteBench> {
  const submissions = await listSubmissions(db, round.id)
  const reason = noQuotesReason({ ...round, submitted: submissions.length })
  const instrument = await instrumentOfRound(db, round.id)
  const candidates = reason ? [] : candidatesOf(round.id, instrument, submissions)
  const texts = itemsOf(instrument).filter(({ kind }) => kind === 'text')
  return {
    reason,
    candidates,
    released: await listReleasedQuotes(db, round.id),
    wordings: Object.fromEntries(texts.map(({ id, wording }) => [id, wording])),
  }
}

/** Only texts whose author was asked whether they may be quoted, and did not say no. */
export function candidatesOf(
  roundId: string,
  instrument: Instrument,
  submissions: readonly Submission[],
): QuoteCandidate[] {
  const texts = itemsOf(instrument).filter(({ kind }) => kind === 'text')
  const candidates = texts.flatMap(({ id: itemId }) =>
    submissions.flatMap(({ id, answers }) => {
      const value = givenValue(answers[itemId], 'text')
      return value?.mayQuote && !isBlank(answers[itemId])
        ? [{ id: quoteKeyOf(roundId, itemId, id), itemId, text: value.text }]
        : []
    }),
  )
  return candidates.toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

export function quoteKeyOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24)
}

export type QuoteStep =
  | { intent: 'release'; id: string; ruleId: string; extract: string; read: boolean }
  | { intent: 'withdraw'; id: string }

export type QuoteErrors = Partial<Record<'extract' | 'finding' | 'read' | 'form', string>>

/** Releases the words of one person, or takes them back. Null where there are no such words in the round. */
export async function takeQuoteStep(
  db: Db,
  round: Round,
  step: QuoteStep,
  findings: readonly string[],
): Promise<QuoteErrors | null> {
  const { candidates, released } = await loadQuotes(db, round)
  if (step.intent === 'withdraw') {
    if (!released.some(({ id }) => id === step.id)) return null
    await deleteQuote(db, { roundId: round.id, id: step.id })
    return {}
  }
  const candidate = candidates.find(({ id }) => id === step.id)
  if (!candidate) return null
  const errors: QuoteErrors = {}
  const names = (await listParticipations(db, round.id)).map(({ lead }) => lead.name)
  const fault = checkExtract(step.extract, { original: candidate.text, names })
  if (fault) errors.extract = fault
  if (!findings.includes(step.ruleId))
    errors.finding = 'Please choose the finding that these words belong to.'
  if (!step.read) errors.read = 'Please confirm that nobody can be told by these words.'
  const others = released.filter(({ id }) => id !== step.id)
  if (others.length >= QUOTES.most)
    errors.form = `${QUOTES.most} quotes are released already. Take one back first.`
  if (Object.keys(errors).length > 0) return errors
  const extract = tidied(step.extract)
  await putQuote(db, { roundId: round.id, id: step.id, ruleId: step.ruleId, extract })
  return {}
}
