import { expect, test } from 'vitest'
import { type Answers, givenValue } from '#app/answers/answer.ts'
import { instrumentSchema } from '#app/questionnaire/instrument.ts'
import full from '#app/questionnaire/instruments/full.v1.json' with { type: 'json' }
import { drawAnswers, type Profile } from '#scripts/simulate/profiles.ts'
import { readExecutives } from '#scripts/simulate/read-executives.ts'
import type { Team } from '#scripts/simulate/respondent.ts'

const ROLES = ['CEO', 'CFO', 'COO', 'CMO', 'VP Care', 'Head of Estates']

/** Six people, four of them seniors; on each question eight themes, the first ones named most. */
function team(): Team {
  const people = Object.fromEntries(ROLES.map((role, index) => [`P${index + 1}`, role]))
  const themes = Object.fromEntries(
    ['q1', 'q2', 'q3'].flatMap((q) => range(8).map((t) => [`${q}t${t}`, `${q} theme ${t}`])),
  )
  const questions = ['q1', 'q2', 'q3'].map((q) => ({
    id: q,
    text: q,
    lines: range(8).flatMap((t) =>
      range(t < 4 ? 3 : 1).map((copy) => ({
        id: `${q}-${t}-${copy}`,
        person: `P${((t + copy) % 6) + 1}`,
        text: `${q} ${t} in words ${copy}`,
        theme: `${q}t${t}`,
      })),
    ),
  }))
  const executives = readExecutives(
    JSON.stringify({ format: 'executives/1', name: 'clinic', people, themes, questions }),
  )
  return {
    executives,
    instrument: instrumentSchema.parse(full),
    roles: ROLES,
    departments: ['Care', 'Finance', 'Estates'],
  }
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index)
}

/** The themes that a person named, in order: the test's lines carry them in their text. */
function themesOf(answers: Answers | undefined, itemId: string): string[] {
  return givenValue(answers?.[itemId], 'lines')?.lines.map((line) => line.text.split(' ')[1] ?? '') ?? []
}

function draw(profile: Profile, seed = 1) {
  return [...drawAnswers(team(), profile, seed).values()]
}

test('the last third of the people are department leads', () => {
  const levels = team().executives.people.map(({ level }) => level)
  expect(levels).toEqual(['senior', 'senior', 'senior', 'senior', 'department', 'department'])
})

test('the same seed gives the same answers, another seed gives others', () => {
  expect(draw('random', 7)).toEqual(draw('random', 7))
  expect(draw('random', 7)).not.toEqual(draw('random', 8))
})

test('an aligned team names the same themes', () => {
  for (const answers of draw('aligned'))
    expect(themesOf(answers, 'priorities').toSorted()).toEqual(['0', '1', '2'])
})

test('a split team has two camps in each level, without a theme in common and at opposite ends', () => {
  const [first, second] = draw('split')
  const shared = themesOf(first, 'priorities').filter((theme) =>
    themesOf(second, 'priorities').includes(theme),
  )
  expect(shared).toEqual([])
  expect(givenValue(first?.tiebreak, 'scale')?.point).toBeGreaterThanOrEqual(4)
  expect(givenValue(second?.tiebreak, 'scale')?.point).toBeLessThanOrEqual(2)
})

test('with levels apart, seniors name the same themes and department leads name others', () => {
  const drawn = draw('levels-apart').map((answers) => themesOf(answers, 'stops').toSorted().join(' '))
  expect(new Set(drawn.slice(0, 4))).toEqual(new Set(['0 1 2']))
  expect(new Set(drawn.slice(4))).toEqual(new Set(['3 4 5']))
})

test('random answers use the whole scale', () => {
  const points = range(20).flatMap((seed) =>
    draw('random', seed).map((answers) => givenValue(answers.tiebreak, 'scale')?.point),
  )
  expect(new Set(points)).toEqual(new Set([1, 2, 3, 4, 5]))
})

test('nobody names one theme twice', () => {
  for (const answers of draw('random')) {
    const themes = themesOf(answers, 'dependencies')
    expect(new Set(themes).size).toBe(themes.length)
  }
})

test('owners and departments are drawn from what the engagement offers', () => {
  for (const answers of draw('random')) {
    const owner = givenValue(answers['owns-outcome'], 'owner')?.owner
    expect(owner?.kind === 'role' && ROLES.includes(owner.roleId)).toBe(true)
    const picks =
      givenValue(answers.dependencies, 'lines')?.lines.flatMap((line) => Object.values(line.picks)) ?? []
    expect(picks.every((department) => team().departments.includes(department))).toBe(true)
  }
})
