import type { Certainty, Finding } from './diagnosis.ts'

const SURENESS: Record<Certainty, number> = { clear: 3, likely: 2, indicative: 1 }

/** What a finding weighs against others: how bad it is, times how sure. */
export function weightOf({ severity, certainty }: Pick<Finding, 'severity' | 'certainty'>): number {
  return severity * SURENESS[certainty]
}

/** Heaviest first; strengths, which weigh nothing, by how sure they are. */
export function byWeight(one: Finding, other: Finding): number {
  return weightOf(other) - weightOf(one) || SURENESS[other.certainty] - SURENESS[one.certainty]
}
