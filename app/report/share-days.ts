/** How many days a sponsor's link may live. */
export const SHARE_DAYS = { least: 7, default: 30, most: 90 } as const

/** The lifetime asked for, kept within what is allowed; the default where nothing sensible was asked. */
export function shareDays(asked: string): number {
  const days = Number.parseInt(asked, 10) || SHARE_DAYS.default
  return Math.min(SHARE_DAYS.most, Math.max(SHARE_DAYS.least, days))
}
