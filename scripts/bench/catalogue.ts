import { benchReport } from './report.ts'
import { benchScoring } from './scoring.ts'
import { benchThemes } from './themes.ts'

/** Measures, and tells the lines of its tables as they are ready. */
export type Bench = () => AsyncIterable<string> | Iterable<string>

const BENCHES: Record<string, Bench> = { report: benchReport, scoring: benchScoring, themes: benchThemes }

/** @throws {Error} in one line that names the benches there are */
export function benchOf(args: readonly string[]): { name: string; run: Bench } {
  const [name, ...rest] = args
  const run = name === undefined || rest.length > 0 ? undefined : new Map(Object.entries(BENCHES)).get(name)
  if (name !== undefined && run) return { name, run }
  const asked = args.length === 0 ? 'No bench named' : `No bench "${args.join(' ')}"`
  throw new Error(`${asked}; there is: ${Object.keys(BENCHES).join(', ')} (npm run bench -- NAME)`)
}
