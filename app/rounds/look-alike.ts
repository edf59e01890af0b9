/** Letters of other scripts that are drawn as Latin ones are, each with the one it can be taken for. */
const DRAWN_ALIKE: Record<string, string> = Object.fromEntries(
  [
    ['АаΑα', 'a'],
    ['ВвΒβ', 'b'],
    ['СсϹϲ', 'c'],
    ['ЕеΕε', 'e'],
    ['НнΗ', 'h'],
    ['ІіΙιӀӏ', 'i'],
    ['ЈјϳͿ', 'j'],
    ['КкΚκ', 'k'],
    ['МмΜ', 'm'],
    ['Ν', 'n'],
    ['ОоΟοՕօ', 'o'],
    ['РрΡρ', 'p'],
    ['Ѕѕ', 's'],
    ['ТтΤτ', 't'],
    ['νѵ', 'v'],
    ['ХхΧχ', 'x'],
    ['УуΥγү', 'y'],
    ['Ζ', 'z'],
  ].flatMap(([signs = '', letter = '']) => [...signs].map((sign) => [sign, letter])),
)

/** A name as it looks at a glance: without what does not show, with the letters it could be taken for. */
function glance(name: string): string {
  const plain = name.normalize('NFKD').replace(/[\p{Cf}\p{M}\s]+/gu, '')
  return [...plain]
    .map((sign) => DRAWN_ALIKE[sign] ?? sign)
    .join('')
    .toLowerCase()
}

/**
 * Names of one list that are different and can be taken for one another.
 *
 * @example lookAlikes(['Sales', 'Ѕales', 'Finance']) // => [['Sales', 'Ѕales']], the second with a Cyrillic letter
 */
export function lookAlikes(names: readonly string[]): [string, string][] {
  return names.flatMap((name, index) =>
    names
      .slice(index + 1)
      .filter((other) => other !== name && glance(other) === glance(name))
      .map((other): [string, string] => [name, other]),
  )
}
