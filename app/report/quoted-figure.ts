import { said } from './blocks.ts'
import type { Sentence } from './document.ts'
import { type EvidenceRegister, evidenceRegister, quotableFigures } from './evidence-register.ts'

/**
 * A published figure to set beside this team’s, said as what it is: another instrument’s, and no norm. Nothing where the
 * register has none that was verified.
 */
export function quotedFigure(
  bearing: EvidenceRegister['entries'][number]['bearing'],
  register: EvidenceRegister = evidenceRegister,
): Sentence[] {
  const found = quotableFigures(register).find((entry) => entry.bearing === bearing)
  if (!found) return []
  const { figure, instrument, source, year } = found
  return [
    said(
      `For comparison, from another instrument and no norm: ${figure} (${source}, ${year}).`,
      'evidence register',
      `${instrument}; how it was verified stands on the method page`,
    ),
  ]
}
