/** What a calendar and a clock on a wall show; where the wall stands is said elsewhere. */
export interface WallClock {
  /** YYYY-MM-DD */
  day: string
  /** HH:MM */
  time: string
}

/** What the wall shows so many minutes later, if its clock is not changed meanwhile. */
export function addMinutes({ day, time }: WallClock, minutes: number): WallClock {
  const moment = new Date(Date.parse(`${day}T${time}:00Z`) + minutes * 60_000).toISOString()
  return { day: moment.slice(0, 10), time: moment.slice(11, 16) }
}
