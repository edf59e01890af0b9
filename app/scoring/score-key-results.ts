import { givenValue } from '#app/answers/answer.ts'
import type { Level } from '#app/questionnaire/instrument.ts'
import { readKeyResult } from '#app/themes/key-result/key-result.ts'
import type { KeyResultKind } from '#app/themes/key-result/reading.ts'
import { type Disclosure, tooFew } from './disclosure.ts'
import type { PeopleCount, TooFew } from './measure.ts'
import { KEY_RESULTS } from './named-items.ts'
import { countLimits, peopleCount } from './people-count.ts'
import { type RoundAnswers, shownAnswers } from './round-answers.ts'
import type { KeyResultCounts } from './round-scores.ts'

/**
 * How the key results of a level read, line by line. Lines in which nothing could be read are left out, and so is who wrote
 * none but such. Null where the instrument does not ask for key results.
 *
 * Source: this project's own; how often it reads a line rightly stands in test/golden/key-results.
 */
export function scoreKeyResults(round: RoundAnswers): Record<Level, KeyResultCounts | TooFew> | null {
  const asked = round.items.some(({ item }) => item.id === KEY_RESULTS && item.kind === 'lines')
  return asked ? { senior: countsOf(round, 'senior'), department: countsOf(round, 'department') } : null
}

function countsOf(round: RoundAnswers, level: Level): KeyResultCounts | TooFew {
  const { disclosure } = round
  const answers = shownAnswers(round, KEY_RESULTS, level)
  const people = (answers?.answers ?? [])
    .map((answer) => kindsOf(givenValue(answer, 'lines')?.lines ?? []))
    .filter((kinds) => kinds.length > 0)
  if (people.length < disclosure.needed) return tooFew(people.length, disclosure)
  const kinds = people.flat()
  const count = (kind: KeyResultKind) => kinds.filter((one) => one === kind).length
  const [activity, output, outcome] = codedParts(
    [count('activity'), count('output'), count('outcome')],
    disclosure,
  )
  const n = peopleTold(people.length, answers?.n ?? 0, disclosure)
  return { kind: 'measured', n, lines: kinds.length, activity, output, outcome }
}

/** One person whose lines could not be read is counted outside open mode, or the two numbers together would set them apart. */
function peopleTold(people: number, answered: number, { open }: Disclosure): number {
  return !open && answered - people === 1 ? answered : people
}

function kindsOf(lines: readonly { text: string }[]): KeyResultKind[] {
  return lines.flatMap(({ text }) => {
    const { kind } = readKeyResult(text)
    return kind === 'unclear' ? [] : [kind]
  })
}

type Three<Value> = [Value, Value, Value]

/** The parts of a known whole, coded at their ends. Where one is coded the largest exact one is as well, or it would tell. */
export function codedParts(parts: Readonly<Three<number>>, disclosure: Disclosure): Three<PeopleCount> {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  const coded = parts.map((part) => peopleCount(part, whole, disclosure)) as Three<PeopleCount>
  if (coded.every(({ kind }) => kind === 'exact')) return coded
  const exact = coded.flatMap((part) => (part.kind === 'exact' ? [part] : []))
  const largest = exact.toSorted((one, other) => other.count - one.count)[0]
  return coded.map((part) => (part === largest ? remainder(part, coded, whole) : part)) as Three<PeopleCount>
}

/** What a part can be, seen from the others. */
function remainder(part: PeopleCount, parts: readonly PeopleCount[], whole: number): PeopleCount {
  const others = parts.filter((one) => one !== part).map(countLimits)
  const [low, high] = [1, 0].map((end) => whole - others.reduce((sum, limits) => sum + (limits[end] ?? 0), 0))
  return { kind: 'between', low: low ?? 0, high: high ?? whole, of: whole }
}
