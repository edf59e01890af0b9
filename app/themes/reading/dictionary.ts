/** A dictionary of English, with whatever words were added to it. */
export interface Dictionary {
  isWord(word: string): boolean
  /** Words that look like it, the likeliest first. */
  suggest(word: string): readonly string[]
}
