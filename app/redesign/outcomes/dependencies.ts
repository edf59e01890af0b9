import type { KeyResult } from './objective.ts'

export type Dependency = KeyResult['dependencies'][number]

export const MOST_DEPENDENCIES = 6

/** @example dependencyLines([{ team: 'Data', needs: 'a daily extract', … }]) // => 'Data: a daily extract' */
export function dependencyLines(dependencies: readonly Dependency[]): string {
  return dependencies.map(({ team, needs }) => (needs ? `${team}: ${needs}` : team)).join('\n')
}

/**
 * Typed dependencies, a line each: the other team, a colon, and what is needed from it. One that was there already keeps
 * that the other team has agreed to it; one whose words have changed has to be agreed to again.
 */
export function readDependencies(text: string, before: readonly Dependency[]): Dependency[] {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter(Boolean).map((line) => {
    const colon = line.indexOf(':')
    const team = (colon < 0 ? line : line.slice(0, colon)).trim()
    const needs = colon < 0 ? '' : line.slice(colon + 1).trim()
    const same = before.find((one) => one.team === team && one.needs === needs)
    return same ?? { team, needs, acknowledgedBy: '', acknowledgedOn: '' }
  })
}

/** The dependency at `index`, agreed to by the team that it asks. */
export function acknowledge(result: KeyResult, index: number, by: string, on: string): KeyResult {
  return {
    ...result,
    dependencies: result.dependencies.map((one, at) =>
      at === index ? { ...one, acknowledgedBy: by, acknowledgedOn: on } : one,
    ),
  }
}
