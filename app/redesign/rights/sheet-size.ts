import type { Right } from './right.ts'

/** As many characters fill four fifths of a sheet in the usual size: lines break where they like. */
const ROOMY = 2000

/** Whether a register is set smaller, so that it stays on one sheet. */
export function isDense(rights: readonly Right[]): boolean {
  return rights.reduce((sum, right) => sum + charactersOf(right), 0) > ROOMY
}

function charactersOf({ situation, owner, response, cycle, escalation }: Right): number {
  const path = escalation.reduce((sum, { to }) => sum + to.length, 0)
  return situation.length + owner.length + response.length + cycle.length + path
}
