import { describe, expect, test } from 'vitest'
import type { Level } from '#app/questionnaire/instrument.ts'
import type { Block, ReportPage } from '#app/report/document.ts'
import { decisionsPage } from '#app/report/pages/decisions.ts'
import { dependenciesPage } from '#app/report/pages/dependencies.ts'
import { illusionPage } from '#app/report/pages/illusion.ts'
import { orderPage } from '#app/report/pages/order.ts'
import { stopsPage } from '#app/report/pages/stops.ts'
import { isPage, type PageResult } from '#app/report/report-input.ts'
import type { Illusion, RoundScores } from '#app/scoring/round-scores.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import {
  dependencies,
  number,
  owner,
  type Person,
  priorities,
  roundOf,
  times,
} from '#test/app/scoring/round-builder.ts'
import { orderOf, people, scoresWith } from '#test/helpers/scores.ts'
import { reportInput } from './report-input-of.ts'

function pageOf(result: PageResult): ReportPage {
  if (!isPage(result)) throw new Error(`left out: ${result.why}`)
  return result
}
const whyOf = (result: PageResult) => (isPage(result) ? null : result.why)
const sentencesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.sentences : block.kind === 'list' ? block.items : [],
  )
const wordsOf = ({ title, blocks }: ReportPage) =>
  [title, ...sentencesOf(blocks).map(({ text }) => text)].join(' ')
const figuresOf = ({ blocks }: ReportPage) =>
  blocks.flatMap((block) => (block.kind === 'figure' ? [block.scene] : []))

const believed = (itemId: string, perceived: number, shown: number): Illusion => ({
  kind: 'measured',
  itemId,
  n: 9,
  perceived,
  shown,
})
const illusionWith = (illusion: RoundScores['illusion']) =>
  pageOf(illusionPage({ scores: scoresWith((draft) => Object.assign(draft, { illusion })) }))

describe('page 3, perceived and shown', () => {
  test('has the belief that lies farthest above the answers as its title', () => {
    const page = illusionWith({
      senior: [believed('estimate-first', 7.8, 3.3), believed('estimate-owner', 6, 5.5)],
      department: [believed('estimate-first', 1, 9)],
    })
    expect(page.title).toBe('The senior team believes eight in ten share the first priority; three in ten do')
    expect(wordsOf(page)).toContain('4.5 fewer than they think')
    expect(JSON.stringify(page.blocks)).toContain(
      'department leads, estimate-first: n 9, believed 1.0, shown 9.0',
    )
  })

  test('does not call nearly all "all", nor a difference of less than one in ten a difference', () => {
    const page = illusionWith({ senior: [believed('estimate-owner', 9.4, 9.6)], department: [] })
    expect(page.title).toBe(
      'The senior team believes nine in ten name the same owner of the customer outcome; nearly all do',
    )
    expect(wordsOf(page)).toContain('about the same')
    expect(wordsOf(page)).not.toContain('believe in more agreement')
  })

  test('says who gave no guess', () => {
    const scores = scoresWith((draft) => {
      const score = draft.items.find(({ itemId }) => itemId === 'estimate-first')?.byLevel.senior
      if (score?.kind === 'measured') score.n = score.of - 3
    })
    expect(wordsOf(pageOf(illusionPage({ scores })))).toContain('three of nine senior leaders gave no guess')
  })

  test('is left out where nothing was asked, and where nothing may be shown', () => {
    const none = scoresWith((draft) => Object.assign(draft, { illusion: { senior: [], department: [] } }))
    const few = { kind: 'too-few', n: null, needed: 5 } as const
    const hidden = scoresWith((draft) =>
      Object.assign(draft, { illusion: { senior: [few], department: [few] } }),
    )
    expect(whyOf(illusionPage({ scores: none }))).toBe('this questionnaire does not ask it')
    expect(whyOf(illusionPage({ scores: hidden }))).toBe('fewer than five people of a level answered this')
  })
})

const ABC: Person = { priorities: priorities('A', 'B', 'C') }
const CBA: Person = { priorities: priorities('C', 'B', 'A') }
const scored = (
  said: Partial<Record<Level, readonly Person[]>>,
  settings: Parameters<typeof roundOf>[1] = {},
) => scoreRound(roundOf({ senior: [], department: [], ...said }, { redraws: 20, ...settings }))

describe('page 6, order', () => {
  test('says that the same three stand in opposite order', () => {
    const { title } = pageOf(orderPage({ scores: scored({ senior: [...times(5, ABC), ...times(5, CBA)] }) }))
    expect(title).toBe(
      'Two senior leaders share 3.0 of 3.0 priorities, and agree on their order four times in ten; chance gives five',
    )
  })

  test('shows everybody beside everybody else in open mode, and nobody elsewhere', () => {
    const senior = [...times(3, ABC), ...times(3, CBA)]
    const open = pageOf(orderPage({ scores: scored({ senior }, { mode: 'open' }) }))
    expect(JSON.stringify(figuresOf(open))).toContain('Name s0')
    for (const mode of ['confidential', 'unlinked'] as const) {
      const closed = pageOf(orderPage({ scores: scored({ senior }, { mode }) }))
      expect(JSON.stringify(closed)).not.toContain('Name s')
      expect(figuresOf(closed)).toHaveLength(1)
      expect(JSON.stringify(closed)).toContain('No pair of people is shown by itself')
      expect(JSON.stringify(closed)).toContain('not shown for senior leaders: fewer than ten')
    }
  })

  test('does not preach where the order is the same', () => {
    const scores = (low: number) =>
      scoresWith((draft) => {
        draft.order.senior = { ...orderOf('senior'), sameOrder: { low, high: 10 } }
        draft.order.department = null
      })
    expect(wordsOf(pageOf(orderPage({ scores: scores(7) })))).not.toContain('settle a clash')
    expect(wordsOf(pageOf(orderPage({ scores: scores(5) })))).toContain('settle a clash')
  })

  test('is left out where no order is asked for', () => {
    const scores = scoresWith((draft) => Object.assign(draft.order, { senior: null, department: null }))
    expect(whyOf(orderPage({ scores }))).toBe('this questionnaire does not ask it')
  })
})

const wants = (...names: string[]): Person => ({
  priorities: priorities(...names),
  stops: priorities('Reports'),
})
const stops = (...names: string[]): Person => ({
  priorities: priorities('Growth'),
  stops: priorities(...names),
})

describe('page 8, what should stop', () => {
  test('counts who can name a stop, and what is on both lists', () => {
    const senior = [
      ...times(4, wants('Portal')),
      ...times(3, stops('Portal')),
      ...times(2, { priorities: priorities('Growth') }),
    ]
    const page = pageOf(stopsPage({ scores: scored({ senior }) }))
    expect(page.title).toBe(
      'All or all but one of seven senior leaders can name work to stop; one priority is on somebody’s stop list',
    )
    expect(wordsOf(page)).toContain(
      '“Portal” is a priority for four of nine senior leaders, and work to stop for three of seven senior leaders.',
    )
    expect(wordsOf(page)).toContain('Two of nine senior leaders left it blank')
    const decisions = wordsOf(decisionsPage(reportInput(scored({ senior }))))
    expect(decisions).toContain('To be decided first, as it is also a priority: “Portal”.')
    expect(decisions).toContain('Could wait, being on none of the priority lists shown: “Reports”.')
  })

  test('lists nothing that one person alone named, in words or picture', () => {
    const senior = [...times(7, wants('Growth')), stops('Solitary stop')]
    expect(JSON.stringify(stopsPage({ scores: scored({ senior }) }))).not.toContain('Solitary')
    expect(JSON.stringify(stopsPage({ scores: scored({ senior }, { mode: 'open' }) }))).toContain('Solitary')
  })

  test('is left out where too few answered', () => {
    expect(whyOf(stopsPage({ scores: scored({ senior: times(3, wants('Portal')) }) }))).toBe(
      'fewer than five people of a level answered this',
    )
  })
})

const asks = (...pairs: (readonly [string, string])[]): Person => ({ dependencies: dependencies(...pairs) })
const DEPARTMENTS = ['sales', 'sales', 'data', 'depots', 'depots', 'data']
const TEAM = [
  asks(['data', 'sales']),
  asks(['data', 'sales'], ['depots', 'sales']),
  asks(['data', 'sales'], ['depots', 'data']),
  asks(['data', 'depots']),
  asks(['data', 'depots']),
  asks(['depots', 'data']),
]
const departmentOf = (_: Level, index: number) => DEPARTMENTS[index] ?? null
const waiting = (mode: 'open' | 'confidential' | 'unlinked') =>
  dependenciesPage({ scores: scored({ department: TEAM }, { mode, departmentOf }) })

describe('page 9, dependencies', () => {
  test('names how many both sides know, the most named and who waits for whom', () => {
    const page = pageOf(waiting('open'))
    expect(page.title).toBe('One of four dependencies between departments is named by both sides')
    expect(wordsOf(page)).toContain('Named by both sides: one of four.')
    expect(wordsOf(page)).toContain('Named most: Sales waits for Data (3 of 6 people).')
    expect(wordsOf(page)).toContain('Two departments wait for each other: Data with Depots.')
    expect(wordsOf(page)).toContain('Most departments wait for Data: Depots and Sales.')
    expect(figuresOf(page)[0]?.desc).toContain('Sales waits for Data: named by 3 of 6, both sides name it.')
  })

  test('in confidence tells what came of all of them together and of none by itself', () => {
    const page = pageOf(waiting('confidential'))
    expect(wordsOf(page)).toContain('Named by both sides: at most one of four.')
    expect(figuresOf(page)[0]?.desc).not.toMatch(/name it|names it/)
    expect(JSON.stringify(page)).toContain('a department may be one or two people')
  })

  test('is left out with the reason', () => {
    expect(whyOf(waiting('unlinked'))).toContain('unlinked')
    expect(whyOf(dependenciesPage({ scores: scored({ department: TEAM }, { mode: 'open' }) }))).toContain(
      'no departments',
    )
    expect(whyOf(dependenciesPage({ scores: scoresWith() }))).toBe('this questionnaire does not ask it')
    const silent = scored({ department: times(6, asks(['', 'sales'])) }, { departmentOf })
    expect(whyOf(dependenciesPage({ scores: silent }))).toBe(
      'nobody named one department that waits for another',
    )
  })

  test('of more departments than can be read draws those that most people speak of', () => {
    const names = Array.from({ length: 20 }, (_, index) => `Department ${index}`)
    const scores = scoresWith((draft) => {
      draft.handshake = {
        kind: 'measured',
        n: 23,
        departments: names,
        pairs: names.slice(1).map((provider, index) => ({
          provider,
          waiting: 'Department 0',
          people: people(index < 11 ? 5 : 2, 23),
          state: null,
        })),
        pooled: 0,
        acknowledged: people(4, 19),
        orphan: people(9, 19),
        unasked: people(6, 19),
        reciprocity: 4 / 13,
        unowned: people(0, 23),
      }
    })
    const page = pageOf(dependenciesPage({ scores }))
    expect(figuresOf(page)[0]?.desc).not.toContain('Department 12')
    expect(JSON.stringify(page)).toContain('Eight between other departments are not drawn.')
    expect(wordsOf(page)).toContain('Of ten that are asked for, those who must provide them name three.')
  })
})

test('every sentence of these pages that states a figure says why it is said', () => {
  const everything: Person = {
    ...ABC,
    ...stops('Reports'),
    'estimate-first': number(8),
    'owns-outcome': owner('coo'),
  }
  const senior = [...times(6, everything), ...times(4, { ...everything, ...CBA })]
  for (const mode of ['open', 'confidential'] as const) {
    const scores = scored({ senior, department: TEAM }, { mode, departmentOf })
    for (const make of [illusionPage, orderPage, stopsPage, dependenciesPage]) {
      for (const { text, source } of sentencesOf(pageOf(make({ scores })).blocks)) {
        if (/\d|\b(one|two|three|four|five|six|seven|eight|nine|ten) (of|in)\b/.test(text)) {
          expect(source?.rule, text).toBeTruthy()
          expect(source?.why, text).toBeTruthy()
        }
      }
    }
  }
})
