import { inChild } from './measure.ts'
import type { Proposed } from './propose-in-child.ts'
import { growth, milliseconds, tableOf } from './table.ts'

const SIZES = [20, 130, 1000, 5000]
/** What proposing is meant to keep to; a machine that others share may lie above the times. */
const AIMS = { seconds130: 20, memory130: 500 }

/** Proposals for 20 to 5,000 lines, by meaning and by words, each in a process of its own. */
export async function* benchThemes(): AsyncIterable<string> {
  const byMeaning = yield* tableFor(
    'minilm',
    'By meaning: the sentence encoder, nothing loaded and no vector known',
  )
  yield ''
  yield* tableFor('lexical', 'By words: the fallback')
  yield 'cold: from loading the dictionary (and the model) to the proposal; again: the same question with its vectors at hand'
  const usual = byMeaning[SIZES.indexOf(130)] as Proposed
  yield aim(
    '130 lines, cold',
    `${(usual.cold / 1000).toFixed(1)} s`,
    usual.cold / 1000 <= AIMS.seconds130,
    `${AIMS.seconds130} s`,
  )
  yield aim(
    '130 lines, peak',
    `${Math.round(usual.memoryPeak)} MB`,
    usual.memoryPeak <= AIMS.memory130,
    `${AIMS.memory130} MB`,
  )
}

async function* tableFor(encoder: string, title: string): AsyncGenerator<string, Proposed[]> {
  const taken: Proposed[] = []
  for (const size of SIZES) taken.push(await inChild<Proposed>('propose-in-child.ts', size, encoder))
  const colds = taken.map(({ cold }) => cold)
  const agains = taken.map(({ again }) => again)
  yield `${title}; ms, MB; growth for ten times the lines`
  yield* tableOf(
    ['lines', 'groups', 'cold ms', 'growth', 'again ms', 'growth', 'peak MB', 'before'],
    taken.map(({ lines, groups, cold, again, memoryPeak, memoryBefore }, at) => [
      String(lines),
      String(groups),
      milliseconds(cold),
      growth(SIZES, colds, at),
      milliseconds(again),
      growth(SIZES, agains, at),
      milliseconds(memoryPeak),
      milliseconds(memoryBefore),
    ]),
  )
  return taken
}

function aim(what: string, shown: string, met: boolean, most: string): string {
  return `aim: ${what} <= ${most}: ${shown}, ${met ? 'met' : 'missed'}`
}
