export interface ReadWord {
  word: string
  /** Whether it stands there instead of what was written. */
  changed: boolean
}

/**
 * The words of a line as the machine read it, with those marked that were not written so.
 *
 * @example changedWords('Get NRR up', 'get net revenue retention up').filter((word) => word.changed).length // => 3
 */
export function changedWords(written: string, read: string): ReadWord[] {
  const left = new Map<string, number>()
  for (const word of wordsOf(written)) left.set(bare(word), (left.get(bare(word)) ?? 0) + 1)
  return wordsOf(read).map((word) => {
    const count = left.get(bare(word)) ?? 0
    left.set(bare(word), count - 1)
    return { word, changed: count < 1 }
  })
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}

function bare(word: string): string {
  return (
    word
      .normalize('NFKC')
      .toLocaleLowerCase('en')
      .replace(/[^\p{L}\p{N}]/gu, '') || word
  )
}
