import { type Answer, givenValue } from '#app/answers/answer.ts'
import { type ItemOf, LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { atLeastTwo } from './at-least-two.ts'
import type { Disclosure } from './disclosure.ts'
import type { PeopleCount } from './measure.ts'
import { SIGNALS } from './named-items.ts'
import { likelyCount, peopleCount, sumOfCounts } from './people-count.ts'
import { type ItemAnswers, type LevelAnswers, type RoundAnswers, shownLevels } from './round-answers.ts'
import { shareAboveHalf } from './share-above-half.ts'

export type SignalAnswers = ItemAnswers & { item: ItemOf<'scale'> }

export function isSignal(answers: ItemAnswers): answers is SignalAnswers {
  return answers.item.kind === 'scale' && SIGNALS.some((id) => id === answers.item.id)
}

/** People who hear a signal, of those who answered, by level that may be shown. */
export type Heard = Partial<Record<Level, { people: number; of: number }>>

export function presentAsShown(heard: Heard, disclosure: Disclosure): PeopleCount {
  return sumOfCounts(Object.values(heard).map(({ people, of }) => peopleCount(people, of, disclosure)))
}

export function heardByLevel(signal: SignalAnswers): Heard {
  return Object.fromEntries(
    shownLevels(signal).map((level) => {
      const given = (signal.byLevel[level] as LevelAnswers).answers.map((answer) =>
        isHeard(signal.item, answer),
      )
      return [
        level,
        { people: given.filter(Boolean).length, of: given.filter((heard) => heard !== null).length },
      ]
    }),
  )
}

/** Whether a person hears the signal; null for no answer. */
function isHeard(item: ItemOf<'scale'>, answer: Answer): boolean | null {
  const point = givenValue(answer, 'scale')?.point
  if (point === undefined) return null
  return item.healthyEnd === 'low' ? point >= 4 : point <= 2
}

/** The probability of two signals without one person, for every way in which somebody answered all of them. */
export function probabilitiesWithout(
  signals: readonly SignalAnswers[],
  { disclosure }: RoundAnswers,
): number[] {
  const heard = signals.map(heardByLevel)
  return LEVELS.flatMap((level) =>
    patternsAt(signals, level).map((pattern) => {
      const probabilities = heard.map((counts, index) => {
        const left = withoutOne(counts, level, pattern[index] ?? null)
        const present = presentAsShown(left, disclosure)
        return shareAboveHalf(likelyCount(present), present.of)
      })
      return atLeastTwo(probabilities)
    }),
  )
}

/** The different ways in which people of a level answered the signals that may be shown of it. */
function patternsAt(signals: readonly SignalAnswers[], level: Level): (boolean | null)[][] {
  const columns = signals.map(({ item, byLevel }) => {
    const answers = byLevel[level]
    return answers?.shown ? answers.answers.map((answer) => isHeard(item, answer)) : []
  })
  const people = Math.max(...columns.map((column) => column.length))
  const patterns = Array.from({ length: people }, (_, person) =>
    columns.map((column) => column[person] ?? null),
  )
  return [...new Map(patterns.map((pattern) => [pattern.join(), pattern])).values()]
}

function withoutOne(heard: Heard, level: Level, answer: boolean | null): Heard {
  const counts = heard[level]
  if (answer === null || !counts) return heard
  return { ...heard, [level]: { people: counts.people - (answer ? 1 : 0), of: counts.of - 1 } }
}
