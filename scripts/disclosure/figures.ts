/** Figures of one check, added up over the processes that share it. */
export type Figures = Record<string, number>

/** Figures that are no counts: the least that any process has found, or a value of its own. */
const LEAST = /^narrowest/

/** The lines `disclosure CHECK {...}` of a run, by check. */
export function readFigures(output: string): Map<string, Figures> {
  const checks = new Map<string, Figures>()
  for (const [, check = '', json = ''] of output.matchAll(/^disclosure ([a-z ]+) (\{.*\})$/gm)) {
    const known = checks.get(check) ?? {}
    for (const [name, value] of Object.entries(JSON.parse(json) as Figures))
      known[name] = added(name, known[name], value)
    checks.set(check, known)
  }
  return checks
}

function added(name: string, before: number | undefined, value: number): number {
  if (before === undefined) return value
  return LEAST.test(name) ? Math.min(before, value) : before + value
}

/** Tests that vitest says have passed and failed. */
export function readTally(output: string): { passed: number; failed: number } {
  const line = /^\s*Tests\s.*$/m.exec(output)?.[0] ?? ''
  const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0)
  return { passed: count('passed'), failed: count('failed') }
}
