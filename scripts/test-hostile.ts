import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readCorpus } from '#test/hostile/corpus.ts'
import { runCorpus } from '#test/hostile/run.ts'
import { ROOT } from './fresh-build.ts'

const USAGE = `Runs a file of hostile inputs through the built server and says what became of each.

  HOSTILE_INPUTS=inputs.json npm run test:hostile

The file holds {"items": [{"id", "class", "field", "expect": [...], and one of "value", "utf16", "repeat", "bytes_b64",
"body" or "raw_http"}]}. It needs a build (npm run build), Chromium, qpdf and pdftotext; LibreOffice is used where it is installed.`

/** 0 where everything passed, 1 where something failed, 2 where nothing could be run. */
async function main(path: string | undefined): Promise<number> {
  if (!path) return refused(USAGE)
  if (!existsSync(path)) return refused(`There is no file ${path}.\n\n${USAGE}`)
  if (!existsSync(join(ROOT, 'build', 'server', 'index.js')))
    return refused(`There is no build yet.\n\n${USAGE}`)
  return (await runCorpus(readCorpus(path))) === 0 ? 0 : 1
}

function refused(words: string): number {
  console.error(words)
  return 2
}

process.exitCode = await main(process.env.HOSTILE_INPUTS)
