import { describe, expect, test } from 'vitest'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { rhythmPage } from '#app/report/pages/rhythm.ts'
import { isPage } from '#app/report/report-input.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import { detailOf, emptyScores, people, scoresWith } from '#test/helpers/scores.ts'
import { reportInput } from '../report-input-of.ts'

function pageOf(scores: RoundScores) {
  const page = rhythmPage(reportInput(scores))
  if (!isPage(page)) throw new Error(page.why)
  return page
}

/** A level of which most say that a meeting does one thing. */
function most(draft: RoundScores, itemId: string, level: 'senior' | 'department', optionId: string) {
  const n = level === 'senior' ? 9 : 14
  for (const option of detailOf(draft, itemId, level, 'choice').options) {
    option.people = people(option.id === optionId ? 6 : 0, n)
    if (option.id === optionId && level === 'department') option.people = people(10, n)
  }
}

describe('the page on rhythm', () => {
  test('its title counts the meetings that do what they are there for, level by level', () => {
    const scores = scoresWith((draft) => {
      most(draft, 'w-does', 'senior', 'unblocks')
      most(draft, 'm-does', 'senior', 'reviews')
      most(draft, 'q-does', 'senior', 'explains-past')
      for (const id of ['w-does', 'm-does', 'q-does']) most(draft, id, 'department', 'explains-past')
      most(draft, 'm-does', 'department', 'updates')
      most(draft, 'q-does', 'department', 'unblocks')
    })
    expect(pageOf(scores).title).toBe(
      'Senior leaders see two of the three leadership meetings do what they are there for, department leads none',
    )
  })

  test('two meetings that both levels see do the same make the title', () => {
    const scores = scoresWith((draft) => {
      for (const level of ['senior', 'department'] as const) {
        most(draft, 'w-does', level, 'updates')
        most(draft, 'm-does', level, 'updates')
        most(draft, 'q-does', level, 'resets')
      }
    })
    expect(pageOf(scores).title).toBe('The weekly and monthly meetings mostly do the same: “Hears updates”')
  })

  test('one level that may not be shown is named, and does not speak for the other', () => {
    const scores = scoresWith((draft) => {
      for (const item of draft.items) item.byLevel.department = { kind: 'too-few', n: null, needed: 5 }
    })
    const figure = pageOf(scores).blocks.find((block) => block.kind === 'figure')
    expect(figure?.kind === 'figure' && figure.note).toContain('Department leads: not shown; fewer than five')
    expect(pageOf(scores).title).not.toContain('department leads')
  })

  test('counts in the chart are told as in words: nobody stands alone', () => {
    const scores = scoresWith((draft) => {
      for (const option of detailOf(draft, 'w-does', 'senior', 'choice').options) {
        option.people = people(option.id === 'updates' ? 8 : option.id === 'unblocks' ? 1 : 0, 9)
      }
    })
    const figure = pageOf(scores).blocks.find((block) => block.kind === 'figure')
    const desc = figure?.kind === 'figure' ? figure.scene.desc : ''
    expect(desc).toContain('senior team 8 or 9')
    expect(desc).toContain('Unblocks work and decides (what it is for): department leads 8. Monthly')
  })

  test('is left out with its reason where nobody may be shown, and where it was not asked', () => {
    expect(rhythmPage(reportInput(emptyScores()))).toMatchObject({
      why: 'fewer than five people of a level answered this',
    })
    const quick = findInstrument('quick-scan@1')
    if (!quick) throw new Error('no quick scan')
    const scores = scoresWith((draft) => {
      draft.items = draft.items.filter(({ construct }) => construct !== 'rhythm')
    })
    expect(rhythmPage(reportInput(scores, { instrument: quick }))).toMatchObject({
      why: 'this questionnaire does not ask for it',
    })
  })
})
