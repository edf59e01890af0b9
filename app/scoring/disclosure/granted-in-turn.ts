import { exposedGroup, type PeopleClass, type Published } from './audit.ts'

/** A number that is asked for beside those that are published already. */
export interface Asked {
  name: string
  set: Published
}

/**
 * Which of several numbers, asked for one after the other, may be given out beside what is published. Each is held against all
 * that went before, whoever asked: those who asked may compare.
 *
 * Source: the rules of disclosure of this project.
 *
 * @example grantedInTurn([{ name: 'Sales', people: 4 }, { name: 'Ops', people: 6 }], [[1, 1]],
 *   [{ name: 'Ops', set: [0, 1] }], 5) // => []
 */
export function grantedInTurn(
  classes: readonly PeopleClass[],
  published: readonly Published[],
  asked: readonly Asked[],
  fewest: number,
): string[] {
  const granted: Asked[] = []
  for (const next of asked) {
    const sets = [...published, ...granted.map(({ set }) => set), next.set]
    if (exposedGroup(classes, sets, fewest) === null) granted.push(next)
  }
  return granted.map(({ name }) => name)
}
