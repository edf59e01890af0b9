/** What somebody reads who asked for something too often. */
export function tooManyWords(seconds: number): { title: string; text: string } {
  return {
    title: 'Please wait a moment',
    text: `This was asked for more often than the server allows in so short a time. Nothing that was saved is lost. Please try again in ${waitWords(seconds)}.`,
  }
}

/** @example waitWords(90) // => '2 minutes' */
export function waitWords(seconds: number): string {
  return seconds > 60 ? `${Math.ceil(seconds / 60)} minutes` : 'a minute'
}
