import { expect, test } from 'vitest'
import type { Block } from '#app/report/document.ts'
import { numberReasons, reasonsBefore } from '#app/report/reasons.ts'

const reasoned = (text: string) => ({ text, source: { rule: 'r', why: 'n 9' } })

test('only sentences with a reason are numbered, and the numbers go on from the block before', () => {
  const numbers = numberReasons([{ text: 'a' }, reasoned('b'), reasoned('c')], 2).map(({ reason }) => reason)
  expect(numbers).toEqual([null, 3, 4])
})

test('the reasons of a page are counted over its paragraphs and lists', () => {
  const blocks: Block[] = [
    { kind: 'paragraph', sentences: [reasoned('a'), { text: 'b' }] },
    { kind: 'heading', text: 'h' },
    { kind: 'list', ordered: false, items: [reasoned('c'), reasoned('d')] },
    { kind: 'note', text: 'n' },
  ]
  expect(blocks.map((_, index) => reasonsBefore(blocks, index))).toEqual([0, 1, 1, 3])
})
