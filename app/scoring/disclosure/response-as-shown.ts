import type { Disclosure } from '../disclosure.ts'

/** People who were asked, and how many of them answered; null where that is not told. */
export interface Response {
  invited: number
  submitted: number | null
}

/**
 * How many answered, as a reader may know it: a number from the smallest group on, and below it only that there are fewer.
 *
 * Source: the rules of disclosure of this project.
 *
 * @example responseAsShown(12, 3, { open: false, needed: 5 }) // => { invited: 12, submitted: null }
 */
export function responseAsShown(invited: number, submitted: number, disclosure: Disclosure): Response {
  const told = disclosure.open || submitted >= disclosure.needed
  return { invited, submitted: told ? submitted : null }
}
