import { describe, expect, test } from 'vitest'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { Block } from '#app/report/document.ts'
import { annexPage } from '#app/report/pages/annex.ts'
import { isPage } from '#app/report/report-input.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import { detailOf, emptyScores, fullInstrument, people, scoreOf, scoresWith } from '#test/helpers/scores.ts'
import { reportInput } from '../report-input-of.ts'

function pageOf(scores: RoundScores) {
  const page = annexPage(reportInput(scores))
  if (!isPage(page)) throw new Error(page.why)
  return page
}
type Table = Extract<Block, { kind: 'table' }>
const tablesOf = (blocks: readonly Block[]) =>
  blocks.filter((block): block is Table => block.kind === 'table')
const cellOf = (scores: RoundScores, wording: string) =>
  tablesOf(pageOf(scores).blocks)
    .flatMap(({ rows }) => rows)
    .find(([item]) => item === wording)?.[1]

const TIEBREAK =
  itemsOf(fullInstrument).find(({ id }) => id === 'tiebreak')?.wordingByLevel.senior ??
  'When two priorities collide, how often do you know which one wins?'

describe('the annex', () => {
  test('has every item once, in the order of the questionnaire', () => {
    const told = tablesOf(pageOf(scoresWith()).blocks)
      .filter(({ columns }) => columns[0]?.label === 'Item')
      .flatMap(({ rows }) => rows.map(([item]) => item))
    expect(told).toEqual(
      itemsOf(fullInstrument).map(({ wording, wordingByLevel }) => wordingByLevel.senior ?? wording),
    )
  })

  test('tells no distribution of ratings below ten people', () => {
    expect(cellOf(scoresWith(), TIEBREAK)).toBe('n 9: mean 3.0')
  })

  test('tells a distribution in tenths, without a percentage', () => {
    const scores = scoresWith((draft) => {
      detailOf(draft, 'tiebreak', 'senior', 'scale').distribution = {
        labels: ['1 to 2', '3', '4 to 5'],
        shares: ['at most 10 %', '30 %', '60 %'],
      }
    })
    expect(cellOf(scores, TIEBREAK)).toBe(
      'n 9: mean 3.0; 1 to 2: at most 1 in 10, 3: 3 in 10, 4 to 5: 6 in 10',
    )
  })

  test('tells of blanks from two people on', () => {
    const scores = scoresWith((draft) => {
      Object.assign(scoreOf(draft, 'tiebreak', 'senior'), { cantSay: people(3, 9), skipped: people(1, 9) })
    })
    expect(cellOf(scores, TIEBREAK)).toBe('n 9: mean 3.0; 3 of 9 cannot say')
  })

  test('an item that may not be shown has words in place of a figure', () => {
    const scores = scoresWith((draft) => {
      const item = draft.items.find(({ itemId }) => itemId === 'tiebreak')
      if (item) item.byLevel.senior = { kind: 'too-few', n: null, needed: 5 }
    })
    expect(cellOf(scores, TIEBREAK)).toBe('fewer than five people: not shown')
  })

  test('a theme that one level named is “at most one” of the other', () => {
    const scores = scoresWith((draft) => {
      detailOf(draft, 'stops', 'department', 'lines').themes = []
    })
    const stops = tablesOf(pageOf(scores).blocks).find(({ caption }) =>
      caption.startsWith('What should stop or wait'),
    )
    expect(stops?.columns.map(({ label }) => label)).toEqual(['Theme', 'Senior team'])
    const priorities = tablesOf(
      pageOf(
        scoresWith((draft) => {
          detailOf(draft, 'priorities', 'department', 'lines').themes.pop()
        }),
      ).blocks,
    ).find(({ caption }) => caption.startsWith('The top priorities'))
    expect(priorities?.rows).toContainEqual(['Second of priorities', '3 of 9', 'at most one of 14'])
    expect(priorities?.rows.at(-1)).toEqual(['Further themes, each named by one person', '2', '2'])
  })

  test('in open mode a theme that a level did not name is nobody’s', () => {
    const scores = scoresWith((draft) => {
      draft.privacyMode = 'open'
      detailOf(draft, 'priorities', 'department', 'lines').themes.pop()
    })
    const priorities = tablesOf(pageOf(scores).blocks).find(({ caption }) =>
      caption.startsWith('The top priorities'),
    )
    expect(priorities?.rows).toContainEqual(['Second of priorities', '3 of 9', '0 of 14'])
  })

  test('is left out where nobody may be shown', () => {
    expect(isPage(annexPage(reportInput(emptyScores())))).toBe(false)
  })
})
