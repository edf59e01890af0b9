import { describe, expect, test } from 'vitest'
import { diagnose } from '#app/diagnosis/diagnose.ts'
import type { Diagnosis, Finding } from '#app/diagnosis/diagnosis.ts'
import { currentRulebook } from '#app/diagnosis/rulebook.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { draftRhythm, rhythmModel } from '#app/redesign/rhythm/draft-rhythm.ts'
import { detailOf, fullInstrument, people, scoresWith } from '#test/helpers/scores.ts'

function findingOf(ruleId: string, certainty: Finding['certainty'] = 'likely'): Finding {
  const rule = currentRulebook.rules.find(({ id }) => id === ruleId)
  if (!rule) throw new Error(`no rule ${ruleId}`)
  const { name, construct, ailment, severity, kind, meaning, moves } = rule
  const words = { headline: 'h', statement: 's', clause: 'c' }
  return {
    ruleId,
    name,
    construct,
    ailment,
    severity,
    kind,
    certainty,
    ...words,
    meaning,
    moves,
    evidence: [],
  }
}

function diagnosisWith(...findings: Finding[]): Diagnosis {
  return { ...diagnose(scoresWith(), fullInstrument), findings }
}

describe('the draft rhythm', () => {
  test('holds a meeting only where a finding asks for it', () => {
    expect(draftRhythm(scoresWith(), diagnosisWith())).toEqual([])
    const weekly = draftRhythm(scoresWith(), diagnosisWith(findingOf('status-deck-addiction')))
    expect(weekly.map(({ id }) => id)).toEqual(['weekly'])
    const two = draftRhythm(scoresWith(), diagnosisWith(findingOf('forums-collapsed')))
    expect(two.map(({ id }) => id)).toEqual(['monthly', 'quarterly'])
  })

  test('is not built on hints', () => {
    expect(
      draftRhythm(scoresWith(), diagnosisWith(findingOf('status-deck-addiction', 'indicative'))),
    ).toEqual([])
  })

  test('says what a meeting must stop being, the worst first and no more than three', () => {
    const rules = ['tiebreak-unknown', 'work-not-results', 'priority-overload', 'no-not-now-list']
    const [forum] = draftRhythm(scoresWith(), diagnosisWith(...rules.map((rule) => findingOf(rule))))
    expect(forum?.id).toBe('quarterly')
    expect(forum?.stops.map(({ ruleId }) => ruleId)).toEqual([
      'priority-overload',
      'tiebreak-unknown',
      'no-not-now-list',
    ])
  })

  test('names the owner whom the senior team agrees on, and nobody otherwise', () => {
    const asked = diagnosisWith(findingOf('status-deck-addiction'))
    expect(draftRhythm(scoresWith(), asked)[0]?.owner).toEqual({
      role: 'Chief operating officer',
      said: 'five of nine',
    })
    const contested = scoresWith((draft) => {
      detailOf(draft, 'decides-conflict', 'senior', 'owner').state = 'contested'
    })
    expect(draftRhythm(contested, asked)[0]?.owner).toBeNull()
  })

  test('tells what the meeting does now only where most say the same', () => {
    const asked = diagnosisWith(findingOf('status-deck-addiction'))
    expect(draftRhythm(scoresWith(), asked)[0]?.now).toEqual({
      words: 'Unblocks work and decides',
      said: 'five of nine',
    })
    const apart = scoresWith((draft) => {
      for (const option of detailOf(draft, 'w-does', 'senior', 'choice').options) option.people = people(3, 9)
    })
    expect(draftRhythm(apart, asked)[0]?.now).toBeNull()
  })

  test('a level that may not be shown leaves the owner to be named', () => {
    const hidden = scoresWith((draft) => {
      for (const item of draft.items) item.byLevel.senior = { kind: 'too-few', n: null, needed: 5 }
    })
    expect(draftRhythm(hidden, diagnosisWith(findingOf('status-deck-addiction')))[0]).toMatchObject({
      owner: null,
      now: null,
    })
  })
})

test('the model of the rhythm rests on rules and items that exist', () => {
  const rules = currentRulebook.rules.filter(({ kind }) => kind === 'problem').map(({ id }) => id)
  const items = itemsOf(fullInstrument)
  for (const { because, does, owner } of rhythmModel.forums) {
    for (const { rule } of because) expect(rules).toContain(rule)
    expect(items.find(({ id }) => id === does)?.kind).toBe('choice')
    expect(items.find(({ id }) => id === owner)?.kind).toBe('owner')
  }
})
