import { fillRandomly, randomFrom } from '#app/scoring/random.ts'
import { TOPICS } from '#app/themes/grouping/topics.ts'

const LINES_OF_ONE_PERSON = 5
const VERBS = [
  'Fix',
  'Grow',
  'Stop',
  'Speed up',
  'Own',
  'Simplify',
  'Pay for',
  'Measure',
  'Rethink',
  'Staff',
  'Finish',
]
const ENDINGS = [
  '',
  ' by June',
  ' this quarter',
  ' for good',
  ' in every region',
  ' 20%',
  ' before peak',
  ' first',
]

/** Lines drawn from the words of many matters, each by one of the people in turn: nobody wrote them, but no two sets differ. */
export function inventedLines(count: number): { id: string; person: string; text: string }[] {
  const words = TOPICS.flatMap((topic) => topic.split(', '))
  const random = randomFrom(count)
  const draw = (from: readonly string[]) => {
    const drawn = new Int32Array(1)
    fillRandomly(random, drawn, 1, from.length)
    return from[drawn[0] as number] as string
  }
  return Array.from({ length: count }, (_, at) => ({
    id: `l${String(at).padStart(5, '0')}`,
    person: `p${Math.floor(at / LINES_OF_ONE_PERSON)}`,
    text: `${draw(VERBS)} ${draw(words)}${at % 3 === 0 ? ` and ${draw(words)}` : ''}${draw(ENDINGS)}`,
  }))
}
