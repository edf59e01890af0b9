import { benchLoad } from './load.ts'
import { benchReport } from './report.ts'
import { benchScoring } from './scoring.ts'
import { benchSignIn } from './sign-in.ts'
import { benchThemes } from './themes.ts'

export type Length = 'short' | 'long'

/** Measures, and tells the lines of its tables as they are ready. Some know a longer form. */
export type Bench = (length: Length) => AsyncIterable<string> | Iterable<string>

const BENCHES: Record<string, Bench> = {
  load: benchLoad,
  report: benchReport,
  scoring: benchScoring,
  'sign-in': benchSignIn,
  themes: benchThemes,
}

/** @throws {Error} in one line that names the benches there are */
export function benchOf(args: readonly string[]): { name: string; run: Bench; length: Length } {
  const length = args.includes('--long') ? 'long' : 'short'
  const [name, ...rest] = args.filter((arg) => arg !== '--long')
  const run = name === undefined || rest.length > 0 ? undefined : new Map(Object.entries(BENCHES)).get(name)
  if (name !== undefined && run) return { name, run, length }
  const asked = args.length === 0 ? 'No bench named' : `No bench "${args.join(' ')}"`
  throw new Error(`${asked}; there is: ${Object.keys(BENCHES).join(', ')} (npm run bench -- NAME [--long])`)
}
