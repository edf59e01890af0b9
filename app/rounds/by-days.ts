import type { Round } from './round.ts'

/** To put rounds in their order: the day on which one opened, then the day on which it closed. */
export function placeInTime({ openedOn, opensOn, closedOn, closesOn }: Round): string {
  return `${openedOn ?? opensOn} ${closedOn ?? closesOn}`
}

/** Rounds that are over and whose answers are still there, the latest first. */
export function overWithAnswers(rounds: readonly Round[]): Round[] {
  return rounds
    .filter(
      ({ state, answersDeletedOn }) => (state === 'closed' || state === 'published') && !answersDeletedOn,
    )
    .toSorted((one, next) => placeInTime(next).localeCompare(placeInTime(one)))
}
