import { expect, test } from 'vitest'
import { breakLines } from '#app/report/paper/break-lines.ts'
import { STYLES } from '#app/report/paper/paper-style.ts'
import { partsOf } from '#app/report/paper/word-breaks.ts'

const linesOf = (text: string, width: number) =>
  breakLines([{ text, style: STYLES.body }], width, (words) => [...words].length).map((line) =>
    line.map(({ text }) => text).join(''),
  )

test('words of scripts with spaces are not parted', () => {
  for (const word of ['strategy', 'cross-functional', 'стратегия', '전략은', 'रणनीति', 'برنامه'])
    expect(partsOf(word)).toEqual([word])
})

test('Chinese and Japanese are parted between letters, never before a full stop or after an opening bracket', () => {
  expect(partsOf('战略。好')).toEqual(['战', '略。', '好'])
  expect(partsOf('「計画」は')).toEqual(['「計', '画」', 'は'])
  for (const line of linesOf('我们的战略不清晰，十位经理中只有三位理解（计划）。'.repeat(6), 9)) {
    expect([...line].length).toBeLessThanOrEqual(9)
    expect(line).not.toMatch(/^[，。）]|（$/)
  }
})

test('Thai is parted between the words of a dictionary', () => {
  expect(partsOf('กลยุทธ์ของเราไม่ชัดเจน')).toEqual(['กลยุทธ์', 'ของ', 'เรา', 'ไม่', 'ชัดเจน'])
})

test('the sign that repeats a Thai word stays with it', () => {
  expect(partsOf('ต่างๆ')).toEqual(['ต่างๆ'])
})

test('a text parted into lines is whole', () => {
  const text = 'กลยุทธ์ของเรา战略は「明確」ではない123'
  expect(linesOf(text, 5).join('')).toBe(text)
  expect(partsOf(text).join('')).toBe(text)
})

test('a letter of several code points is never cut', () => {
  expect(partsOf('好👩‍👩‍👧好')).toEqual(['好', '👩‍👩‍👧', '好'])
  expect(linesOf('ที่ที่ที่ที่ที่ที่ที่ที่', 4).every((line) => !/^\p{M}/u.test(line))).toBe(true)
})
