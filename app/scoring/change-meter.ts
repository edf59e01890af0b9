import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { levelsAt } from './measured-items.ts'
import type { Random } from './random.ts'
import type { Draw } from './redraw.ts'
import { type TwoRounds, talliesOf } from './two-rounds.ts'

type Figures = readonly [first: number, second: number]
type Draws = Record<Level, Draw>

/** Reckons a figure of two rounds as it is, drawn anew, and with rounds swapped within people. */
export interface ChangeMeter {
  observed(): Figures
  redrawn(random: Random): Figures
  swapped(swapped: Uint8Array): Figures
}

const NOBODY_DRAWS: Random = () => 0

/**
 * Redraws work as in redraw.ts: each level anew out of its people and one imaginary person who answers at random. Matched
 * people are drawn with both their answers, so that whoever comes up does so in both rounds.
 */
export function changeMeter(rounds: TwoRounds): ChangeMeter {
  const tallies = talliesOf(rounds)
  const levels = levelsAt(rounds.place)
  const draws = [emptyDraws(rounds), emptyDraws(rounds)] as const

  function figureOf(drawn: Draws, random: Random): number {
    let sum = 0
    let count = 0
    for (const tally of tallies) {
      for (const level of levels) tally.count(level, drawn[level], random)
      const value = rounds.place === 'across' ? tally.across() : tally.within(rounds.place)
      if (Number.isNaN(value)) continue
      sum += value
      count++
    }
    return sum / count
  }

  const figures = (random: Random): Figures => [figureOf(draws[0], random), figureOf(draws[1], random)]
  const forEachRound = (fill: (draw: Draw, level: Level, round: 0 | 1) => void) => {
    for (const level of levels) {
      fill(draws[0][level], level, 0)
      fill(draws[1][level], level, 1)
    }
  }

  return {
    observed() {
      forEachRound((draw, level, round) => {
        const [first, second] = rounds.people[level]
        empty(draw)
        for (let person = 0; person < (round === 0 ? first : second); person++)
          take(draw, person + round * first)
      })
      return figures(NOBODY_DRAWS)
    },
    redrawn(random) {
      forEachRound((draw, level, round) => {
        const people = rounds.people[level]
        const offset = round * people[0]
        if (round === 1 && rounds.matched) follow(draw, draws[0][level], offset)
        else drawAnew(draw, people[round], offset, random)
      })
      return figures(random)
    },
    swapped(swapped) {
      forEachRound((draw, level, round) => {
        const before = level === 'department' && levels.length === 2 ? rounds.people.senior[0] : 0
        const people = rounds.people[level][0]
        empty(draw)
        for (let person = 0; person < people; person++) {
          take(draw, person + (round ^ (swapped[before + person] as number)) * people)
        }
      })
      return figures(NOBODY_DRAWS)
    },
  }
}

function emptyDraws({ people }: TwoRounds): Draws {
  const [senior, department] = LEVELS.map((level) => {
    const size = people[level][0] + people[level][1]
    return { weightOf: new Int32Array(size), drawn: new Int32Array(size), distinct: 0, imaginary: 0 }
  })
  return { senior, department } as Draws
}

function empty(draw: Draw): void {
  draw.weightOf.fill(0)
  draw.distinct = 0
  draw.imaginary = 0
}

function take(draw: Draw, person: number): void {
  const weight = draw.weightOf[person] as number
  if (weight === 0) draw.drawn[draw.distinct++] = person
  draw.weightOf[person] = weight + 1
}

function drawAnew(draw: Draw, people: number, offset: number, random: Random): void {
  empty(draw)
  for (let place = 0; place < people; place++) {
    const person = random(people + 1)
    if (person === people) draw.imaginary++
    else take(draw, person + offset)
  }
}

/** The same people, with their answers of the other round. */
function follow(draw: Draw, first: Draw, offset: number): void {
  empty(draw)
  for (let place = 0; place < first.distinct; place++) {
    const person = first.drawn[place] as number
    draw.drawn[place] = person + offset
    draw.weightOf[person + offset] = first.weightOf[person] as number
  }
  draw.distinct = first.distinct
  draw.imaginary = first.imaginary
}
