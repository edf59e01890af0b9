import { expect, test } from 'vitest'
import { SHARE_DAYS, shareDays } from '#app/report/share-days.ts'

test.each([String(SHARE_DAYS.least), ' 30 ', String(SHARE_DAYS.most)])(
  '"%s" days are taken as they are',
  (text) => {
    expect(shareDays(text)).toBe(Number(text))
  },
)

test.each(['', '6', '91', '30.5', '-30', '1e1', 'a month', '30 days', '٣٠'])(
  '"%s" is not turned into a number that nobody asked for',
  (text) => {
    expect(shareDays(text)).toBeNull()
  },
)
