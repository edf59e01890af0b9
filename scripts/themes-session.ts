import { readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { memoryStore, rememberingEncoder } from '#app/themes/encoding/remembering-encoder.ts'
import { sharedEncoder } from '#app/themes/encoding/shared-encoder.server.ts'
import { meaningComparer, wordComparer } from '#app/themes/grouping/comparer.ts'
import { groupingProposer } from '#app/themes/grouping/group-lines.ts'
import { englishDictionary } from '#app/themes/reading/english.server.ts'
import { executivesSessions, sessionWords } from './themes/executives-session.ts'
import { readLabelled } from './themes/labelled-question.ts'
import { readGlossary } from './themes/read-glossary.ts'

const USAGE = 'npm run themes:session -- FILE [--glossary FILE] [--encoder minilm|lexical]'

/**
 * Plays a consultant who knows the right themes of FILE (executives/1 or groups/1) on the coding bench, from the
 * suggestions to the reference, and counts what they do beside the joins that starting from scratch would take.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { glossary: { type: 'string' }, encoder: { type: 'string', default: 'minilm' } },
  })
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0) throw new Error(`One file, please: ${USAGE}`)
  if (values.encoder !== 'minilm' && values.encoder !== 'lexical')
    throw new Error(`No encoder "${values.encoder}": ${USAGE}`)
  const questions = readLabelled(readFileSync(file, 'utf8'))
  const glossary = values.glossary === undefined ? [] : readGlossary(readFileSync(values.glossary, 'utf8'))
  const comparer =
    values.encoder === 'lexical'
      ? wordComparer()
      : meaningComparer(rememberingEncoder(sharedEncoder(), memoryStore()))
  const proposer = groupingProposer(comparer, englishDictionary(), () => setImmediate())
  console.log(`${file}: ${proposer.id}, ${glossary.length} entries of a glossary\n`)
  console.log(sessionWords(await executivesSessions(questions, proposer, glossary)))
}

try {
  await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
