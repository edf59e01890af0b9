import { spawnSync } from 'node:child_process'
import type { FaultCheck, FaultResult, Length } from '#test/faults/fault.ts'
import { FAULTS } from '#test/faults/faults.ts'
import { freshBuild } from './fresh-build.ts'

/** `npm run test:faults [-- --short] [-- NAME...]`: brings faults about on the built server and counts what they cost. */
async function main(args: readonly string[]): Promise<number> {
  const length: Length = args.includes('--short') ? 'short' : 'long'
  const checks = chosen(args.filter((arg) => arg !== '--short'))
  freshBuild()
  let failed = 0
  for (const check of checks) failed += (await passes(check, length)) ? 0 : 1
  console.log(`${checks.length - failed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

function chosen(names: readonly string[]): readonly FaultCheck[] {
  const known = FAULTS.map(({ name }) => name)
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new Error(`There is no check called ${unknown.join(', ')}. There are:\n  ${known.join('\n  ')}`)
  return names.length === 0 ? FAULTS : FAULTS.filter(({ name }) => names.includes(name))
}

async function passes(check: FaultCheck, length: Length): Promise<boolean> {
  const started = performance.now()
  const { figures, faults } = await outcomeOf(check, length)
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${check.name}: ${figures} (${seconds} s)`)
  for (const fault of faults) console.log(`     ${fault}`)
  return faults.length === 0
}

async function outcomeOf(check: FaultCheck, length: Length): Promise<FaultResult> {
  const missing = (check.tools ?? []).filter((tool) => !isHere(tool))
  if (missing.length > 0)
    return {
      figures: 'nothing was tried',
      faults: [`needs ${missing.join(' and ')}, which is not installed here`],
    }
  try {
    return await check.run(length)
  } catch (error) {
    return { figures: 'broken off', faults: [(error as Error).stack ?? String(error)] }
  }
}

function isHere(tool: string): boolean {
  return spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined
}

try {
  // Not only the code: a check that broke off may have left something open.
  process.exit(await main(process.argv.slice(2)))
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
