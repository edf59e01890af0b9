/** How many days a sponsor's link may live. */
export const SHARE_DAYS = { least: 7, default: 30, most: 90 } as const

/** The lifetime asked for, in days; null where it is no whole number or outside of what is allowed. */
export function shareDays(asked: string): number | null {
  const days = /^\d{1,4}$/.test(asked.trim()) ? Number(asked) : Number.NaN
  return days >= SHARE_DAYS.least && days <= SHARE_DAYS.most ? days : null
}
