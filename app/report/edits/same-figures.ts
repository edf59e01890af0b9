const WRITTEN_DAY =
  /\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/g

/**
 * Whether two generated texts say the same of the answers. The days that actions are due on move with the day of issue,
 * and are not looked at.
 *
 * @example sameFigures('By 3 May 2026: 5 of 9', 'By 4 May 2026: 5 of 9') // => true
 */
export function sameFigures(one: string, other: string): boolean {
  return withoutDays(one) === withoutDays(other)
}

export function withoutDays(text: string): string {
  return text.replace(WRITTEN_DAY, 'a day')
}
