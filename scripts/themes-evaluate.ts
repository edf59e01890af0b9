import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { memoryStore, rememberingEncoder } from '#app/themes/encoding/remembering-encoder.ts'
import { sharedEncoder } from '#app/themes/encoding/shared-encoder.server.ts'
import { type Comparer, meaningComparer, wordComparer } from '#app/themes/grouping/comparer.ts'
import { englishDictionary } from '#app/themes/reading/english.server.ts'
import { NORMALISER } from '#app/themes/reading/read-lines.ts'
import { tableOf } from './bench/table.ts'
import { evaluateQuestion, type Figures, meanFigures, type QuestionFigures } from './themes/evaluate.ts'
import { readLabelled } from './themes/labelled-question.ts'
import { readGlossary } from './themes/read-glossary.ts'

const USAGE = 'npm run themes:evaluate -- FILE [--glossary FILE] [--encoder minilm|lexical]'

/**
 * `npm run themes:evaluate -- FILE [--glossary FILE] [--encoder minilm|lexical]`: holds proposed groups against the themes
 * that a person gave the lines of FILE (executives/1 or groups/1). The thresholds are those that ship with the encoder.
 * A glossary is JSON (pairs, or an object) or lines of "term,meaning". Without --encoder it is minilm where that is
 * installed, else lexical.
 *
 * Prints a table and, as the last line, JSON: `encoder`, `normaliser`, `calibration` (the thresholds), `questions` (for each:
 * `id`, `lines`, `themes`, `groups`, `veryLikelyJoins` and the measures) and `mean` (the measures). The measures are
 * `pairAp`, `hit3`, `bcubedP`, `bcubedR`, `bcubedF1`, `ari`, `saved` and `veryLikelyRight`, the share right of the joins
 * called very likely, pooled in the mean; null where a measure says nothing. The means stand at the top of the object too.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { glossary: { type: 'string' }, encoder: { type: 'string' } },
  })
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0) throw new Error(`One file, please: ${USAGE}`)
  const questions = readLabelled(readFileSync(file, 'utf8'))
  const glossary = values.glossary === undefined ? [] : readGlossary(readFileSync(values.glossary, 'utf8'))
  const comparer = await comparerOf(values.encoder)
  const figures: QuestionFigures[] = []
  for (const question of questions)
    figures.push(await evaluateQuestion(question, glossary, comparer, await englishDictionary()))
  const mean = meanFigures(figures)
  console.log(`${file}: ${comparer.id}, ${NORMALISER}, ${glossary.length} entries of a glossary\n`)
  for (const line of tableFor(figures, mean)) console.log(line)
  const { encoder, normaliser, ...calibration } = comparer.calibration
  console.log(`\n${JSON.stringify({ encoder, normaliser, calibration, ...mean, mean, questions: figures })}`)
}

async function comparerOf(asked: string | undefined): Promise<Comparer> {
  if (asked === 'lexical') return wordComparer()
  if (asked !== undefined && asked !== 'minilm') throw new Error(`No encoder "${asked}": ${USAGE}`)
  const encoder = rememberingEncoder(sharedEncoder(), memoryStore())
  try {
    await encoder.embed(['ready'])
  } catch (error) {
    if (asked === 'minilm') throw error
    console.log(`Words only: ${(error as Error).message}`)
    return wordComparer()
  }
  return meaningComparer(encoder)
}

function tableFor(figures: readonly QuestionFigures[], mean: Figures): string[] {
  const shown = (value: number | null) => (value === null ? '-' : value.toFixed(3))
  const measures = ({ pairAp, hit3, bcubedP, bcubedR, bcubedF1, ari, saved, veryLikelyRight }: Figures) =>
    [pairAp, hit3, bcubedP, bcubedR, bcubedF1, ari, saved, veryLikelyRight].map(shown)
  return tableOf(
    [
      'question',
      'lines',
      'themes',
      'groups',
      'pair AP',
      'hit@3',
      'B3 P',
      'B3 R',
      'B3 F1',
      'ARI',
      'saved',
      'very likely',
    ],
    [
      ...figures.map((one) => [one.id, ...[one.lines, one.themes, one.groups].map(String), ...measures(one)]),
      ['mean', '', '', '', ...measures(mean)],
    ],
  )
}

try {
  await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
await sharedEncoder().end()
