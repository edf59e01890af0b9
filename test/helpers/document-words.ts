import type { Block, ReportDocument } from '#app/report/document.ts'

/** Every title, sentence, fact and cell of a report that carries a number. */
export function wordsWithNumbers({ pages }: ReportDocument): string[] {
  return pages
    .flatMap(({ title, blocks }) => [title, ...blocks.flatMap(wordsOf)])
    .filter((words) => /\d/.test(words))
}

function wordsOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences.map(({ text }) => text)
    case 'list':
      return block.items.map(({ text }) => text)
    case 'facts':
      return block.facts.map(({ value }) => value)
    case 'table':
      return block.rows.flat()
    default:
      return []
  }
}
