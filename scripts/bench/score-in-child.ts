import { inCanonicalOrder } from '#app/scoring/canonical-order.ts'
import { codedItem } from '#app/scoring/coded-items.ts'
import { randomFrom } from '#app/scoring/random.ts'
import { redrawAgreements } from '#app/scoring/redraw.ts'
import { answersOfRound } from '#app/scoring/round-answers.ts'
import { REDRAWS } from '#app/scoring/score-input.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import { inventedRound } from './invented-round.ts'
import { peakMemory, type Taken, timed } from './measure.ts'
import { median } from './table.ts'
import { typedResampling } from './typed-resampling.ts'

export interface ScoredRound {
  items: number
  /** The first round of a process. */
  first: Taken
  /** Medians over further rounds of the same size with other answers. */
  further: Taken
  redraws: number
  fixture: number
  memoryBefore: number
  memoryPeak: number
}

/** `TIMES` further rounds of `PEOPLE` leads, redraws and fixture taken in turns so that both meet the same machine. */
function main(people: number, times: number): ScoredRound {
  const rounds = Array.from({ length: times + 1 }, (_, seed) => inventedRound(people, seed))
  const [round = inventedRound(people)] = rounds
  const memoryBefore = peakMemory()
  const first = timed(() => scoreRound(round))
  const memoryPeak = peakMemory()
  const further = rounds.slice(1).map((other) => timed(() => scoreRound(other)))
  const answers = answersOfRound(round)
  const coded = answers.items.map((item) => codedItem(item, answers)).filter((item) => item !== null)
  const { items } = inCanonicalOrder(coded)
  const fixture = typedResampling([answers.people.senior, answers.people.department], items.length, REDRAWS)
  const pairs = Array.from({ length: times }, () => ({
    redraws: timed(() => redrawAgreements(items, REDRAWS, randomFrom(1))).wall,
    fixture: timed(fixture).wall,
  }))
  return {
    items: answers.items.length,
    first,
    further: { wall: median(further.map(({ wall }) => wall)), cpu: median(further.map(({ cpu }) => cpu)) },
    redraws: median(pairs.map((pair) => pair.redraws)),
    fixture: median(pairs.map((pair) => pair.fixture)),
    memoryBefore,
    memoryPeak,
  }
}

const [people, times] = process.argv.slice(2).map(Number)
console.log(JSON.stringify(main(people ?? 75, times ?? 1)))
