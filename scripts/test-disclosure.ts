import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { readFigures, readTally } from './disclosure/figures.ts'
import { type DisclosureOptions, disclosureOptions } from './disclosure/options.ts'
import { ROOT } from './fresh-build.ts'

const VITEST = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
/** Twins come in families of ten that share a database; each family has a seed. */
const FAMILY = 10

/** One process: some test files, and which of the made-up cases are its own. */
interface Part {
  files: string[]
  env: Record<string, string>
}

/** `npm run test:disclosure`: tries to find out what single people said, and prints what it tried. */
async function main(): Promise<number> {
  const options = disclosureOptions(process.argv.slice(2))
  const parts = partsOf(options)
  const outputs = await Promise.all(
    Array.from({ length: options.jobs }, (_, job) =>
      runInTurn(parts.filter((__, at) => at % options.jobs === job)),
    ),
  )
  const output = outputs.flat()
  for (const [check, figures] of readFigures(output.join('\n'))) {
    console.log(check)
    for (const [name, value] of Object.entries(figures)) console.log(`  ${name}: ${value}`)
  }
  const tallies = output.map(readTally)
  const sum = (which: 'passed' | 'failed') => tallies.reduce((total, tally) => total + tally[which], 0)
  const broken = tallies.filter(({ passed, failed }) => passed + failed === 0).length
  for (const [at, { passed, failed }] of tallies.entries())
    if (failed > 0 || passed === 0) console.log(output[at])
  console.log(`${sum('passed')} passed, ${sum('failed') + broken} failed`)
  return sum('failed') + broken === 0 ? 0 : 1
}

/** Every process takes an equal part of organisations and of families. */
function partsOf({ teams, twins, attack, jobs }: DisclosureOptions): Part[] {
  const share = (all: number, job: number, step = 1) => {
    const units = Math.ceil(all / step)
    const [from, to] = [job, job + 1].map((edge) => Math.floor((units * edge) / jobs)) as [number, number]
    return { SEED: from, COUNT: Math.min(all, to * step) - from * step }
  }
  const part = (file: string, name: string, { SEED, COUNT }: { SEED: number; COUNT: number }): Part => ({
    files: [`test/disclosure/${file}.test.ts`],
    env: { DISCLOSURE_SEED: String(SEED), [`DISCLOSURE_${name}`]: String(COUNT) },
  })
  const once = ['order', 'unlinked-files', 'sponsors-source'].map((file) => `test/disclosure/${file}.test.ts`)
  return [
    ...Array.from({ length: jobs }, (_, job) => part('twins', 'TWINS', share(twins, job, FAMILY))),
    ...Array.from({ length: jobs }, (_, job) => part('audit', 'TEAMS', share(teams, job))),
    ...Array.from({ length: jobs }, (_, job) => part('attack', 'ATTACKS', share(attack, job))),
    { files: once, env: {} },
  ].filter(
    ({ env }) => !Object.entries(env).some(([name, value]) => name !== 'DISCLOSURE_SEED' && value === '0'),
  )
}

async function runInTurn(parts: readonly Part[]): Promise<string[]> {
  const outputs: string[] = []
  for (const part of parts) outputs.push(await run(part))
  return outputs
}

function run({ files, env }: Part): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [VITEST, 'run', '--project', 'unit', ...files], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const take = (bytes: Buffer) => {
      output += bytes.toString()
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('close', () => resolve(stripVTControlCharacters(output)))
  })
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
