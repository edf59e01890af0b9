export interface BusyWords {
  title: string
  text: string
}

/** What a person reads where the database could not be had, by what stood in the way. */
export const BUSY_WORDS: Record<'locked' | 'disk-full', BusyWords> = {
  locked: {
    title: 'The server is busy',
    text: 'Please go back and try again in a moment. Nothing that was saved is lost.',
  },
  'disk-full': {
    title: 'The server is full',
    text: 'Nothing can be saved at the moment, and nothing that was saved is lost. Please tell your consultant, and try again later.',
  },
}

export function inOneLine({ title, text }: BusyWords): string {
  return `${title}. ${text}`
}

/** The same, found again by the line that a route answered with. */
export function busyWordsOf(line: unknown): BusyWords {
  return Object.values(BUSY_WORDS).find((words) => inOneLine(words) === line) ?? BUSY_WORDS.locked
}
