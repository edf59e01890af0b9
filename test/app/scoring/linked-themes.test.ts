import { describe, expect, test } from 'vitest'
import type { ConfirmedLink, ScoreInput } from '#app/scoring/score-input.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import { deepFreeze, type Person, priorities, roundOf } from './round-builder.ts'

const wants = (priority: string, other: Record<string, Person[string]>): Person =>
  Object.freeze({ priorities: priorities(priority), ...other })

/** Five leaders: three want a launch, and all would stop what others call by another name. */
function round(links: (input: ScoreInput) => ConfirmedLink[]): ScoreInput {
  const senior = ['Launch Aero', 'Launch Aero', 'Launch Aero', 'Margin', 'Margin'].map((priority) =>
    wants(priority, { stops: priorities('The Aero project'), dependencies: priorities('Certification') }),
  )
  const input = roundOf({ senior, department: [] }, { redraws: 10 })
  return deepFreeze({ ...input, links: links(input) })
}

function themeId({ codebook }: ScoreInput, itemId: string, name: string): string {
  const theme = codebook.themes.find((candidate) => candidate.itemId === itemId && candidate.name === name)
  if (!theme) throw new Error(`no theme ${name}`)
  return theme.id
}

describe('themes of two questions that a person has linked', () => {
  test('meet in the collisions under the name of the priority', () => {
    expect(scoreRound(round(() => [])).collisions).toEqual([])
    const linked = round((input) => [
      {
        kind: 'conflict',
        themeIds: [themeId(input, 'priorities', 'Launch Aero'), themeId(input, 'stops', 'The Aero project')],
      },
    ])
    expect(scoreRound(linked).collisions).toMatchObject([
      {
        name: 'Launch Aero',
        priority: { senior: { kind: 'exact', count: 3, of: 5 } },
        stop: { senior: { kind: 'all-but-at-most-one', of: 5 } },
      },
    ])
  })

  test('a priority that waits for a dependency is told with the people on both sides', () => {
    const linked = round((input) => [
      {
        kind: 'dependency',
        themeIds: [themeId(input, 'priorities', 'Margin'), themeId(input, 'dependencies', 'Certification')],
      },
    ])
    expect(scoreRound(linked).waits).toMatchObject([
      { priority: 'Margin', dependency: 'Certification', wanted: { senior: { count: 2 } }, needed: {} },
    ])
    expect(scoreRound(linked).collisions).toEqual([])
  })

  test('a link to a theme that is gone says nothing', () => {
    const stale = round(() => [{ kind: 'dependency', themeIds: ['gone', 'gone as well'] }])
    expect(scoreRound(stale).waits).toEqual([])
  })
})
