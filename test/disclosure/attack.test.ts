import { afterAll, expect, test } from 'vitest'
import type { Answer } from '#app/answers/answer.ts'
import { type Item, LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { compareConstructs } from '#app/scoring/compare-rounds.ts'
import { followUpScores } from '#app/scoring/follow-up-scores.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import type { ScoreInput } from '#app/scoring/score-input.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import { randomFor } from '#scripts/simulate/random.ts'
import { type Organisation, randomOrganisation } from './random-organisation.ts'
import { leastSquares, type Row, rowOf, solve } from './sponsor.ts'
import { firstSeed, tell, wanted } from './wanted.ts'

/** How many organisations to attack: `npm run test:disclosure -- --attack 2000` for the long form. */
const ATTACKS = wanted('ATTACKS', 30)
/** An answer that is told to within this is a leak. */
const NEAR = 0.75
/** Of the answers of a few people more or fewer, by which chance may put one way of guessing before the other. */
const CHANCE = 0.005

const figures = {
  organisations: 0,
  answers: 0,
  'within 0.75 by the attack': 0,
  'within 0.75 by the mean of the level': 0,
  'sure by the attack': 0,
  'sure by the mean of the level': 0,
  'sure by the attack alone': 0,
  'narrowest left open by the attack alone': 5,
}
const faults: string[] = []
afterAll(() => tell('attack', figures))

test(
  'whoever solves all published figures for single people knows no answer that the mean of the level would not tell',
  () => {
    for (let seed = firstSeed; seed < firstSeed + ATTACKS; seed += 1) attack(randomOrganisation(seed))
    expect(figures.answers).toBeGreaterThan(50 * ATTACKS)
    expect(faults.slice(0, 20)).toEqual([])
    const [solved, guessed] = [
      figures['within 0.75 by the attack'],
      figures['within 0.75 by the mean of the level'],
    ]
    expect(solved / figures.answers).toBeLessThanOrEqual(guessed / figures.answers + CHANCE)
  },
  6 * 3_600_000,
)

/** The sponsor knows who answered what, holds every version, the round before, and the answers of readers who answered. */
function attack({ versions, earlier, readers, seed }: Organisation): void {
  figures.organisations += 1
  const share = randomFor('agreeing', seed)() ** 2
  const told = versions.map((input) => leaning(input, seed, share))
  const before = earlier && { input: leaning(earlier, seed, share), scores: null as RoundScores | null }
  if (before) before.scores = scoreRound(before.input)
  const published = told.map((input) => ({ input, ...scoresBeside(input, before) }))
  const items = itemsOf((versions[0] as ScoreInput).instrument).filter(({ kind }) => kind === 'scale')
  for (const item of items)
    for (const level of LEVELS) attackItem(item, level, published, new Set(readers), seed)
}

interface Published {
  input: ScoreInput
  scores: RoundScores
  /** Half of the step that means are given in. */
  coarse: Record<Level, number | undefined>
}

function scoresBeside(
  input: ScoreInput,
  before: { input: ScoreInput; scores: RoundScores | null } | null,
): Omit<Published, 'input'> {
  const scores = scoreRound(input)
  const none = { senior: undefined, department: undefined }
  if (!before?.scores) return { scores, coarse: none }
  const { steps } = compareConstructs({ input: before.input, scores: before.scores }, { input, scores })
  const halfOf = (level: Level) => (steps[level].strengthOfItem === 12.5 ? 0.25 + 0.05 : undefined)
  return {
    scores: followUpScores(scores, steps),
    coarse: { senior: halfOf('senior'), department: halfOf('department') },
  }
}

function attackItem(
  item: Item,
  level: Level,
  published: readonly Published[],
  readers: ReadonlySet<string>,
  seed: number,
): void {
  const truth = new Map<string, number>()
  const known = new Map<string, number>()
  const rows = published.flatMap(({ input, scores, coarse }): Row[] => {
    const score = scores.items.find(({ itemId }) => itemId === item.id)?.byLevel[level]
    const answered = input.submissions.flatMap((submission) => {
      const point = submission.level === level ? pointOf(submission.answers[item.id]) : null
      if (point === null) return []
      truth.set(submission.id, point)
      if (readers.has(submission.id.replace('own-', ''))) known.set(submission.id, point)
      return [submission.id]
    })
    const row = score?.kind === 'measured' ? rowOf(answered, score, coarse[level]) : null
    return row ? [row] : []
  })
  const latest = rows.at(-1)
  if (!latest) return
  const byAll = solve(rows, known)
  const byOne = solve([latest], known)
  const solved = leastSquares(rows, byAll)
  const guess = (latest.low + latest.high) / 2 / latest.people.length
  for (const person of latest.people.filter((one) => !known.has(one))) {
    const point = truth.get(person) as number
    const [all, one] = [widthOf(byAll.get(person)), widthOf(byOne.get(person))]
    figures.answers += 1
    if (Math.abs((solved.get(person) ?? 0) - point) <= NEAR) figures['within 0.75 by the attack'] += 1
    if (Math.abs(guess - point) <= NEAR) figures['within 0.75 by the mean of the level'] += 1
    if (all <= 2 * NEAR) figures['sure by the attack'] += 1
    if (one <= 2 * NEAR) figures['sure by the mean of the level'] += 1
    if (all < one)
      figures['narrowest left open by the attack alone'] = Math.min(
        all,
        figures['narrowest left open by the attack alone'],
      )
    if (all > 2 * NEAR || one <= 2 * NEAR) continue
    figures['sure by the attack alone'] += 1
    faults.push(`organisation ${seed}, ${item.id}, ${level}: ${person}`)
  }
}

function widthOf(interval: { low: number; high: number } | undefined): number {
  return interval ? interval.high - interval.low : 4
}

function pointOf(answer: Answer | undefined): number | null {
  return answer?.state === 'answered' && answer.value.kind === 'scale' ? answer.value.point : null
}

/** As many as `share` of all say the same to an item: teams that agree are the easier prey. */
function leaning(input: ScoreInput, seed: number, share: number): ScoreInput {
  const submissions = input.submissions.map((submission) => ({
    ...submission,
    answers: Object.fromEntries(
      Object.entries(submission.answers).map(([itemId, answer]) => {
        if (pointOf(answer) === null || randomFor(seed, itemId, submission.id)() > share)
          return [itemId, answer]
        const point = 1 + Math.floor(5 * randomFor(seed, itemId)())
        return [itemId, { state: 'answered' as const, value: { kind: 'scale' as const, point } }]
      }),
    ),
  }))
  return { ...input, submissions }
}

test('the sponsor would find somebody who came between two versions, or whom a coded end does not cover', () => {
  const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const first = { people: people.slice(0, 6), low: 21.9, high: 22.1 }
  const found = solve([first, { people, low: 22.9, high: 23.1 }], new Map())
  expect(found.get('g')).toEqual({ low: 1, high: 1 })
  expect(found.get('a')).toEqual({ low: 1, high: 5 })
  expect(solve([{ people, low: 34.9, high: 35 }], new Map()).get('a')).toEqual({ low: 5, high: 5 })
  expect(leastSquares([first], solve([first], new Map())).get('a')).toBeCloseTo(22 / 6, 2)
})
