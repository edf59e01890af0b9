import { memoryStore, rememberingEncoder } from '#app/themes/encoding/remembering-encoder.ts'
import { sharedEncoder } from '#app/themes/encoding/shared-encoder.server.ts'
import { meaningComparer, wordComparer } from '#app/themes/grouping/comparer.ts'
import { groupingProposer } from '#app/themes/grouping/group-lines.ts'
import { englishDictionary } from '#app/themes/reading/english.server.ts'
import { inventedLines } from './invented-lines.ts'
import { peakMemory } from './measure.ts'

/** What one proposal took in a process of its own, ms and MB. */
export interface Proposed {
  lines: number
  groups: number
  /** Nothing loaded, no vector known. */
  cold: number
  /** The same question again: the vectors are there, the grouping is done anew. */
  again: number
  memoryBefore: number
  memoryPeak: number
}

async function main(count: number, encoder: string): Promise<Proposed> {
  const lines = inventedLines(count)
  const question = { question: '', lines, glossary: [], keep: { together: [], apart: [] }, known: [] }
  const memoryBefore = peakMemory()
  const start = performance.now()
  const comparer =
    encoder === 'lexical'
      ? wordComparer()
      : meaningComparer(rememberingEncoder(sharedEncoder(), memoryStore()))
  const proposer = groupingProposer(comparer, englishDictionary(), async () => {})
  const { groups } = await proposer.propose(question)
  const cold = performance.now() - start
  await proposer.propose(question)
  const again = performance.now() - start - cold
  return { lines: count, groups: groups.length, cold, again, memoryBefore, memoryPeak: peakMemory() }
}

const [count, encoder] = process.argv.slice(2)
console.log(JSON.stringify(await main(Number(count), encoder ?? 'minilm')))
await sharedEncoder().end()
