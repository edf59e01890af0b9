/**
 * Cross-level loss: how much less the two levels agree with each other than each does within itself,
 * G = (A_senior + A_department) / 2 - A_across, in the units of agreement. 0: the levels are interchangeable, whoever you
 * ask. Above 0: each level has a picture of its own, and something is lost on the way between them. It may come out
 * slightly below 0 by chance. It is half the energy distance over pairs of different people, divided by D0.
 *
 * It needs two people in each level; that is for the caller to see to.
 *
 * Source: Szekely & Rizzo 2004 for the distance; Tarakci et al. 2014 for looking within and between groups of managers.
 *
 * @example gapOf(0.42, 0.366, 0.141) // => 0.252 (to 3 decimals)
 */
export function gapOf(senior: number, department: number, across: number): number {
  return (senior + department) / 2 - across
}
