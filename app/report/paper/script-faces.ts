/** Faces for scripts that ours lack. Each has one weight: among semibold words it is set in regular. */
export type ScriptFace = 'hebrew' | 'arabic' | 'devanagari' | 'thai' | 'emoji' | 'han' | 'hangul'

/** Which letters a face is asked for. A face is opened when the first of them is seen, so they are told apart without it. */
const LETTERS: readonly (readonly [ScriptFace, RegExp])[] = [
  ['hebrew', /[\p{scx=Hebrew}\ufb1d-\ufb4f]/u],
  ['arabic', /[\p{scx=Arabic}\ufb50-\ufdff\ufe70-\ufefc]/u],
  ['devanagari', /\p{scx=Devanagari}/u],
  ['thai', /[\p{scx=Thai}\u0e3f]/u],
  ['emoji', /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u20e3/u],
  // With the signs, figures in circles and squared words that are written in East Asia.
  [
    'han',
    /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\u2100-\u27bf\u3000-\u33ff\ufe30-\ufe4f\uff00-\uffef]/u,
  ],
  ['hangul', /\p{scx=Hangul}/u],
]
const FIRST_OF_THEM = /[\u0300-\u036f\u0590-\u{10ffff}]/u

/** The faces that may have a letter, the likeliest first. */
export function scriptFacesFor(letter: string): ScriptFace[] {
  if (!FIRST_OF_THEM.test(letter)) return []
  return LETTERS.flatMap(([face, letters]) => (letters.test(letter) ? [face] : []))
}
