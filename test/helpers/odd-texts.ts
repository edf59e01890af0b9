import { normaliseText } from '#app/http/normalise-text.ts'

const PIECES = [
  'a',
  'Ä',
  'word',
  ' ',
  '  ',
  ': ',
  ' #',
  '# ',
  '- ',
  '? ',
  '! ',
  '& ',
  '*a',
  '%',
  '@',
  '`',
  "'",
  '"',
  '\\',
  '\n',
  '\n\n',
  '\t',
  '{',
  '}',
  '[',
  ']',
  ',',
  '|',
  '>',
  '~',
  'null',
  'true',
  'no',
  '0x1f',
  '1e3',
  '---',
  '...',
  '<<',
  '=',
  '\u2028',
  '\ufeff',
  '😀',
  'مرحبا',
  '\u200f',
  'é',
  'e\u0301',
  '“',
  '”',
  '…',
  '\u00a0',
  '{{',
  '}}',
  '$&',
  '\\n',
]

/** Odd texts out of a seed: the same seed gives the same texts. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** One to twelve pieces with a letter among them, as a form would bring it in. */
  text(): string {
    const pieces = Array.from({ length: 1 + this.#below(12) }, () => PIECES[this.#below(PIECES.length)] ?? '')
    return normaliseText(`${pieces.join('')}x`)
  }

  #below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.#state / 2 ** 32) * limit)
  }
}
