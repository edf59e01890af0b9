import { ruleName } from '#app/diagnosis/rulebook.ts'
import { heading, list, note, plain } from '../blocks.ts'
import type { Block, ReportPage } from '../document.ts'
import type { ReleasedQuote } from '../quotes/quote.ts'
import { scatter } from '../quotes/scatter.ts'
import type { ReportInput } from '../report-input.ts'

/** Page 14: words that the consultant has released, each under the finding it belongs to. Never who wrote them. */
export function inTheirWordsPages({ quotes = [], diagnosis, documentId }: ReportInput): ReportPage[] {
  const blocks = diagnosis.findings.flatMap(({ ruleId }) =>
    findingBlocks(
      ruleId,
      quotes.filter((quote) => quote.ruleId === ruleId),
      documentId,
    ),
  )
  if (blocks.length === 0) return []
  return [
    {
      id: 'in-their-words',
      title: 'In their words: what stands behind the figures',
      blocks: [
        note(
          'Written by people of the whole group and released one by one. Neither who wrote them nor how many wrote is told; the order is drawn. […] stands where words were left out.',
        ),
        ...blocks,
      ],
    },
  ]
}

function findingBlocks(ruleId: string, quotes: readonly ReleasedQuote[], documentId: string): Block[] {
  if (quotes.length === 0) return []
  const drawn = quotes.toSorted(
    (one, other) =>
      scatter(documentId + one.id) - scatter(documentId + other.id) || (one.id < other.id ? -1 : 1),
  )
  return [heading(ruleName(ruleId)), ...list(drawn.map(({ extract }) => plain(`“${extract}”`)))]
}
