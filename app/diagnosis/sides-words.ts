import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { listed } from '#app/rounds/count-words.ts'
import type { PeopleCount } from '#app/scoring/measure.ts'
import { GROUP_WORDS } from './figure.ts'
import { tallyOf, tallyWords } from './people-words.ts'

/** The people of each level who said a thing; a level of which perhaps nobody did is left out. */
export function sidesWords(sides: Readonly<Record<Level, PeopleCount | null>>): string {
  const said = LEVELS.flatMap((level) => {
    const count = sides[level]
    return count && tallyOf(count).low > 0 ? [`${tallyWords(tallyOf(count))} ${GROUP_WORDS[level]}`] : []
  })
  return listed(said)
}
