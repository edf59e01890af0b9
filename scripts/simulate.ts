import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { PRIVACY_MODES } from '#app/rounds/round.ts'
import { freshBuild } from './fresh-build.ts'
import { runServer } from './run-server.ts'
import { PROFILES } from './simulate/profiles.ts'
import { readExecutives } from './simulate/read-executives.ts'
import { runSimulation, type Simulation } from './simulate/run-simulation.ts'

const USAGE = `Usage: npm run simulate -- FILE --profile ${PROFILES.join('|')} --seed N --out DIR
  FILE       people, roles and lines in the form executives/1
  --mode     ${PRIVACY_MODES.join('|')}, confidential unless told otherwise`

const argumentsSchema = z.object({
  file: z.string('the FILE is missing'),
  profile: z.enum(PROFILES, `--profile must be one of ${PROFILES.join(', ')}`),
  seed: z.coerce.number('--seed must be a number').int().nonnegative(),
  out: z.string('--out is missing: the folder to write to'),
  mode: z.enum(PRIVACY_MODES, `--mode must be one of ${PRIVACY_MODES.join(', ')}`),
})

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      profile: { type: 'string' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      mode: { type: 'string', default: 'confidential' },
    },
  })
  const parsed = argumentsSchema.safeParse({ ...values, file: positionals[0] })
  if (parsed.success) return parsed.data
  throw new Error(`${parsed.error.issues.map(({ message }) => message).join('\n')}\n${USAGE}`)
}

function write(folder: string, { report, pdf, pages }: Simulation): void {
  mkdirSync(join(folder, 'pages'), { recursive: true })
  writeFileSync(join(folder, 'report.json'), JSON.stringify(report, null, 2))
  writeFileSync(join(folder, 'report.pdf'), pdf)
  for (const [name, html] of Object.entries(pages)) writeFileSync(join(folder, 'pages', `${name}.html`), html)
}

async function main(): Promise<void> {
  const { file, profile, seed, out, mode } = readArguments()
  const executives = readExecutives(readFileSync(file, 'utf8'))
  freshBuild()
  const server = await runServer()
  try {
    const simulation = await runSimulation(executives, { server, profile, seed, privacyMode: mode })
    write(out, simulation)
    console.log(
      `${executives.name}, ${profile}, seed ${seed}: report.json, report.pdf and pages/ are in ${out}`,
    )
    console.log(simulation.report.diagnosis.verdict.statement)
  } catch (error) {
    console.error(server.output())
    throw error
  } finally {
    await server.stop()
  }
}

try {
  await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
