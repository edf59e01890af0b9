import type { Random } from './random.ts'

/** Fills the first `length` places with different themes 0..catalogue - 1, every order as likely as the others. */
export function fillWithRandomThemes(
  list: Int32Array,
  length: number,
  catalogue: number,
  random: Random,
): void {
  for (let place = 0; place < length; place++) {
    let theme = random(catalogue)
    while (holds(list, place, theme)) theme = random(catalogue)
    list[place] = theme
  }
}

function holds(list: Int32Array, length: number, theme: number): boolean {
  for (let place = 0; place < length; place++) if (list[place] === theme) return true
  return false
}
