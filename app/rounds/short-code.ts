/**
 * What somebody typed from a letter, as the code was made: Crockford's base 32 knows no I, L or O, so those were a 1 or a 0.
 *
 * @example readShortCode('ab cde-1o3il') // => 'ABCDE10311'
 */
export function readShortCode(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0')
}

/** @example shownShortCode('ABCDEFGHJK') // => 'ABCDE FGHJK' */
export function shownShortCode(code: string): string {
  return `${code.slice(0, 5)} ${code.slice(5)}`
}
