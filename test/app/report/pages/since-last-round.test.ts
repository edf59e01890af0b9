import { describe, expect, test } from 'vitest'
import { diagnose } from '#app/diagnosis/diagnose.ts'
import { CONSTRUCTS } from '#app/questionnaire/instrument.ts'
import type { Block } from '#app/report/document.ts'
import { answerFirstPage } from '#app/report/pages/answer-first.ts'
import { sinceLastRoundPage } from '#app/report/pages/since-last-round.ts'
import type { PreviousRound } from '#app/report/previous-round.ts'
import { isPage } from '#app/report/report-input.ts'
import type { AgreementChange, ConstructChange } from '#app/scoring/round-changes.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import { detailOf, fullInstrument, people, scoreOf, scoresWith } from '#test/helpers/scores.ts'
import { reportInput } from '../report-input-of.ts'

const change = (first: number, second: number, over: Partial<AgreementChange> = {}): AgreementChange => ({
  kind: 'inside-noise',
  people: 'matched',
  n: [9, 9],
  items: 6,
  first,
  second,
  change: second - first,
  range90: [second - first - 0.2, second - first + 0.15],
  range95: null,
  noise: 0.24,
  p: 0.3,
  everybody: null,
  ...over,
})
const constructChange = (
  construct: ConstructChange['construct'],
  senior: ConstructChange['agreementByLevel']['senior'],
): ConstructChange => ({
  construct,
  agreementByLevel: { senior, department: { kind: 'too-few', n: null, needed: 5 } },
  across: { kind: 'too-few', n: null, needed: 5 },
  strengthByLevel: {
    senior: { kind: 'measured', first: 50, second: 52.5, change: 2.5, step: 2.5 },
    department: { kind: 'too-few', n: null, needed: 5 },
  },
  left: [],
})

/** Scores in which half of the senior team rarely sees reviews end with a name. */
function weakRhythm(): RoundScores {
  return scoresWith((draft) => {
    for (const level of ['senior', 'department'] as const) {
      const n = level === 'senior' ? 9 : 14
      const detail = detailOf(draft, 'deck', level, 'scale')
      detail.low = people(n, n)
      Object.assign(scoreOf(draft, 'deck', level), { strength: { kind: 'measured', value: 12.5, n } })
    }
  })
}

function previousWith(
  senior: ConstructChange['agreementByLevel']['senior'][],
  scores = scoresWith(),
): PreviousRound {
  return {
    title: 'First quarter',
    closedOn: '2026-03-10',
    diagnosis: diagnose(scores, fullInstrument),
    changes: {
      format: 'plumbline-changes/1',
      redraws: 2000,
      constructs: senior.map((one, index) => constructChange(CONSTRUCTS[index] ?? 'focus', one)),
    },
  }
}

function pageOf(previous: PreviousRound, scores = scoresWith()) {
  const page = sinceLastRoundPage(reportInput(scores, { previous }))
  if (!isPage(page)) throw new Error(page.why)
  return page
}
const textOf = (blocks: readonly Block[]) => JSON.stringify(blocks)
const statements = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.kind === 'table' && block.caption === 'Statement by statement' ? block.rows : [],
  )

describe('the page on what changed since the last round', () => {
  test('its title counts what moved beyond noise, and nothing else', () => {
    const moved = change(0.3, 0.7, { kind: 'moved', p: 0.004 })
    const page = pageOf(previousWith([moved, change(0.2, 0.4), change(0.5, 0.3)]))
    expect(page.title).toBe('One of three agreement figures has moved beyond noise since “First quarter”')
    const list = page.blocks.find((block) => block.kind === 'list')
    expect(list?.kind === 'list' && list.items.map(({ text }) => text)).toEqual([
      'Alignment, senior team: closer together, agreement from 30 to 70.',
    ])
    expect(list?.kind === 'list' && list.items[0]?.source?.why).toContain(
      'change +40, plausible range +20 to +55, noise 24; p 0.004',
    )
  })

  test('where all lies inside the noise, it says so and lists nothing as moved', () => {
    const page = pageOf(previousWith([change(0.2, 0.4), change(0.5, 0.5)]))
    expect(page.title).toBe('None of two agreement figures has moved beyond noise since “First quarter”')
    expect(page.blocks.some((block) => block.kind === 'heading' && block.text === 'What moved')).toBe(false)
  })

  test('a statement that no longer holds has gone, one that is new has come', () => {
    const gone = statements(pageOf(previousWith([change(0.2, 0.3)], weakRhythm())).blocks)
    expect(gone.map(([turn, name]) => [turn, name])).toContainEqual(['Gone', 'Status-deck addiction'])
    const come = statements(pageOf(previousWith([change(0.2, 0.3)]), weakRhythm()).blocks)
    expect(come.map(([turn, name]) => [turn, name])).toContainEqual(['Come', 'Status-deck addiction'])
    const stayed = statements(pageOf(previousWith([change(0.2, 0.3)], weakRhythm()), weakRhythm()).blocks)
    expect(stayed.map(([turn, name]) => [turn, name])).toContainEqual(['Stayed', 'Status-deck addiction'])
  })

  test('a statement that cannot be judged now has not gone', () => {
    const hidden = scoresWith((draft) => {
      for (const item of draft.items) {
        item.byLevel = {
          senior: { kind: 'too-few', n: null, needed: 5 },
          department: { kind: 'too-few', n: null, needed: 5 },
        }
      }
    })
    const { blocks } = pageOf(previousWith([change(0.2, 0.3)], weakRhythm()), hidden)
    const row = statements(blocks).find(([, name]) => name === 'Status-deck addiction')
    expect([row?.[0], row?.[3]]).toEqual(['Cannot say', 'says nothing of it'])
    expect(textOf(blocks)).toMatch(/not asked again .* as “First quarter” found (it|them), neither solved/)
    const previous = previousWith([change(0.2, 0.3)], weakRhythm())
    const first = textOf(answerFirstPage(reportInput(hidden, { previous })).blocks)
    expect(first).toContain('Still open from “First quarter”')
    expect(first).toContain('“Status-deck addiction”')
  })

  test('people who are not matched are two groups, and the page says why', () => {
    const apart = change(0.3, 0.35, { people: 'independent', p: null, n: [9, 10] })
    const text = textOf(pageOf(previousWith([apart])).blocks)
    expect(text).toContain('nine people then and ten now, as two groups.')
    expect(text).toContain('otherwise the rounds are two groups')
  })

  test('is left out for a first round, and where nothing can be compared', () => {
    expect(sinceLastRoundPage(reportInput())).toEqual({
      what: 'Since the last round',
      why: 'there is no earlier round to compare with',
    })
    const few = previousWith([{ kind: 'too-few', n: null, needed: 5 }])
    expect(sinceLastRoundPage(reportInput(scoresWith(), { previous: few }))).toMatchObject({
      why: expect.stringContaining('too few people'),
    })
    const other: PreviousRound = {
      ...few,
      changes: {
        ...few.changes,
        constructs: few.changes.constructs.map((one) => ({
          ...one,
          agreementByLevel: {
            senior: { kind: 'not-comparable', reasons: ['wording'] },
            department: { kind: 'not-comparable', reasons: ['wording'] },
          },
        })),
      },
    }
    expect(sinceLastRoundPage(reportInput(scoresWith(), { previous: other }))).toMatchObject({
      why: 'nothing was asked in the same way as in “First quarter”',
    })
  })
})
