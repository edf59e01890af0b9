import type { Block, Sentence } from './document.ts'

export interface NumberedSentence extends Sentence {
  /** The number of its reason on this page; null where it needs none. */
  reason: number | null
}

/** Sentences with the numbers of their reasons, which go on counting from `before`. */
export function numberReasons(sentences: readonly Sentence[], before: number): NumberedSentence[] {
  let last = before
  return sentences.map((sentence) => {
    if (!sentence.source) return { ...sentence, reason: null }
    last += 1
    return { ...sentence, reason: last }
  })
}

/** How many reasons the page has given before one of its blocks. */
export function reasonsBefore(blocks: readonly Block[], index: number): number {
  return blocks
    .slice(0, index)
    .flatMap(sentencesOf)
    .filter(({ source }) => source !== undefined).length
}

function sentencesOf(block: Block): readonly Sentence[] {
  if (block.kind === 'paragraph') return block.sentences
  return block.kind === 'list' ? block.items : []
}
