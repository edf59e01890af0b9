import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ITEMS, inventedRatings, PEOPLE } from './invented-ratings.ts'
import type { MeasureName } from './measures-in-child.ts'

/** What R's package took for all groups, or the package that is not installed. */
export type RFigure =
  | { kind: 'measured'; wall: number; mean: number; groups: number }
  | { kind: 'missing'; package: string }

export type RMeasures =
  | { kind: 'measured'; version: string; measures: Map<string, RFigure> }
  | { kind: 'missing'; reason: string }

/** Runs R's packages on the same ratings. */
export async function measureWithR(groups: number): Promise<RMeasures> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'))
  try {
    const file = join(folder, 'ratings')
    writeFileSync(file, inventedRatings(groups))
    const script = join(import.meta.dirname, 'measures.R')
    const { stdout } = await promisify(execFile)(
      'Rscript',
      ['--vanilla', script, file, ...[groups, PEOPLE, ITEMS].map(String)],
      { maxBuffer: 2 ** 24 },
    )
    return readR(stdout)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return { kind: 'missing', reason: 'R is not installed here (Rscript not found)' }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Reads what measures.R prints. */
export function readR(output: string): RMeasures {
  const [first = '', ...lines] = output.trim().split('\n')
  const measures = lines.map((line): [MeasureName, RFigure] => {
    const [name, second, third, fourth] = line.split(' ')
    if (second === 'missing') return [name as MeasureName, { kind: 'missing', package: third ?? '' }]
    const [wall, mean, groups] = [second, third, fourth].map(Number) as [number, number, number]
    return [name as MeasureName, { kind: 'measured', wall: 1000 * wall, mean, groups }]
  })
  return { kind: 'measured', version: first, measures: new Map(measures) }
}
