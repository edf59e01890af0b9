import { normaliseLabel } from '#app/http/normalise-text.ts'
import { scatter } from '../quotes/scatter.ts'
import { sameFigures, withoutDays } from './same-figures.ts'
import type { Target } from './targets.ts'

const WORDLESS: readonly Target['place'][] = ['figure', 'table']

/** What a form remembers of a place: its text or, of a chart or table, a number that changes with its figures. */
export function wasOf({ place, base }: Pick<Target, 'place' | 'base'>): string {
  return WORDLESS.includes(place) ? String(scatter(withoutDays(base))) : base
}

export function isStill(target: Pick<Target, 'place' | 'base'>, was: string): boolean {
  return sameFigures(normaliseLabel(was), normaliseLabel(wasOf(target)))
}
