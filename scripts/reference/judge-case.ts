import type { Figure, ReferenceCase } from './reference-file.ts'
import type { Statistic } from './statistic.ts'

export interface Verdict {
  id: string
  passed: boolean
  /** Largest difference from a value, relative to the value where that is above 1; null if there was none to compare. */
  error: number | null
  /** What went wrong; empty if it passed. */
  reason: string
}

/** Works out one case and compares each figure that it expects. Undefined must come back as undefined. */
export function judgeCase(one: ReferenceCase, statistic: Statistic | undefined): Verdict {
  if (statistic === undefined) return failed(one, `unknown statistic ${one.statistic}`)
  try {
    const got = statistic(one.input, one.params)
    const compared = Object.entries(one.expected).map(([key, expected]) =>
      compare(key, key in got ? got[key] : undefined, expected, one.tolerance),
    )
    const errors = compared.flatMap(({ error }) => error ?? [])
    const reasons = compared.flatMap(({ reason }) => reason ?? [])
    return {
      id: one.id,
      passed: reasons.length === 0,
      error: errors.length === 0 ? null : Math.max(...errors),
      reason: reasons.join('; '),
    }
  } catch (error) {
    return failed(one, (error as Error).message.replace(/\s+/g, ' '))
  }
}

function failed({ id }: ReferenceCase, reason: string): Verdict {
  return { id, passed: false, error: null, reason }
}

interface Compared {
  error?: number
  reason?: string
}

function compare(key: string, got: Figure | undefined, expected: Figure, tolerance: number): Compared {
  if (Array.isArray(expected)) return compareLists(key, got, expected, tolerance)
  if (typeof expected !== 'number' || typeof got !== 'number') {
    return got === expected ? {} : { reason: `${key} is ${said(got)}, expected ${said(expected)}` }
  }
  const error = Math.abs(got - expected) / Math.max(1, Math.abs(expected))
  // Not "error > tolerance": a figure that is no number must not pass.
  return error <= tolerance ? { error } : { error, reason: `${key} is ${got}, expected ${expected}` }
}

function compareLists(
  key: string,
  got: Figure | undefined,
  expected: readonly Figure[],
  tolerance: number,
): Compared {
  if (!Array.isArray(got) || got.length !== expected.length) {
    return { reason: `${key} is ${said(got)}, expected ${said([...expected] as Figure)}` }
  }
  const compared = expected.map((value, index) => compare(`${key}.${index}`, got[index], value, tolerance))
  const errors = compared.flatMap(({ error }) => error ?? [])
  const reasons = compared.flatMap(({ reason }) => reason ?? [])
  return {
    ...(errors.length > 0 && { error: Math.max(...errors) }),
    ...(reasons.length > 0 && { reason: reasons.join('; ') }),
  }
}

function said(figure: Figure | undefined): string {
  return figure === undefined ? 'missing' : figure === null ? 'undefined' : String(figure)
}
