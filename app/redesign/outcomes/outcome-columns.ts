/** The columns of a file of objectives and key results; one line a key result. */
export const OUTCOME_COLUMNS = [
  'objective',
  'objective_owner',
  'priority',
  'key_result',
  'baseline',
  'target',
  'current',
  'due',
  'owner',
  'state',
  'dependencies',
  'argument',
] as const

export type OutcomeColumn = (typeof OUTCOME_COLUMNS)[number]
export type OutcomeRow = Record<OutcomeColumn, string>

/** Between two dependencies of one cell. */
export const DEPENDENCY_SIGN = ' | '
