const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛′`´]/gu, "'"],
  [/[“”„‟″«»]/gu, '"'],
  [/[‐‑‒–—―−]/gu, '-'],
  [/^[\s•·▪◦‣⁃*>#-]+(?=\S)/u, ''],
  [/^\(?\d{1,2}[.)]\s+/u, ''],
  [/\s+/gu, ' '],
]

/**
 * A line in one typography: compatibility forms, plain quotes and dashes, no bullet or number in front, single spaces.
 *
 * @example tidyText('• “Faster” month‑end   close') // => '"Faster" month-end close'
 */
export function tidyText(text: string): string {
  const composed = text.normalize('NFKC').trim()
  return LOOKALIKES.reduce((tidy, [pattern, plain]) => tidy.replace(pattern, plain), composed).trim()
}
