import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchOf } from './bench/catalogue.ts'
import { machineInWords } from './bench/machine.ts'
import { withSection } from './bench/page.ts'
import { ROOT } from './fresh-build.ts'

const PAGE = join(ROOT, 'docs', 'benchmarks.md')

/** `npm run bench -- NAME [--long]`: prints the figures and keeps them in docs/benchmarks.md. */
async function main(): Promise<void> {
  const { name, run, length } = benchOf(process.argv.slice(2))
  const machine = machineInWords()
  console.log(`${machine}\n`)
  const lines: string[] = []
  for await (const line of run(length)) {
    console.log(line)
    lines.push(line)
  }
  writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), name, [machine, '', ...lines].join('\n')))
}

try {
  await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
