import { hashPassword } from '#app/session/password-hash.server.ts'
import { signIn } from '#app/session/sign-in.server.ts'
import { insertConsultant } from '#db/consultants.ts'
import { openDatabase } from '#db/open-database.ts'
import type { Length } from './catalogue.ts'
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts'
import { loadAverage } from './load/process-figures.ts'
import { median, tableOf } from './table.ts'

const PAIRS: Record<Length, number> = { short: 200, long: 2000 }
const WARM_UP = 20
const AIMS = { share: 0.05, ms: 1, p: 0.01 }
const KNOWN = 'somebody@checks.test'

type Side = 'known' | 'unknown'

/** Whether the time that a refused sign-in takes tells which addresses have an account: both sides by turns, in random order. */
export async function* benchSignIn(length: Length): AsyncIterable<string> {
  const times = await timesOf(PAIRS[length])
  const [known, unknown] = [median(times.known), median(times.unknown)]
  const { distance, p } = kolmogorovSmirnov(times.known, times.unknown)
  yield `Refused sign-ins at an address with an account and at one without, by turns; ms; load average ${loadAverage()}`
  yield* tableOf(
    ['address', 'sign-ins', 'median', 'mean', 'least', 'most'],
    (['known', 'unknown'] as const).map((side) => [side, ...rowOf(times[side])]),
  )
  yield `Kolmogorov-Smirnov: D ${distance.toFixed(4)}, p ${p.toFixed(3)}`
  const apart = Math.abs(known - unknown)
  yield aim(
    'medians apart',
    `${((apart / unknown) * 100).toFixed(2)} %`,
    apart / unknown < AIMS.share,
    '< 5 %',
  )
  yield aim('medians apart', `${apart.toFixed(3)} ms`, apart < AIMS.ms, '< 1 ms')
  yield aim('Kolmogorov-Smirnov p', p.toFixed(3), p > AIMS.p, '> 0.01')
}

async function timesOf(pairs: number): Promise<Record<Side, number[]>> {
  const db = await openDatabase(':memory:')
  const passwordHash = await hashPassword('the right one, and long')
  const somebody = {
    id: 'c',
    email: KNOWN,
    role: 'owner',
    name: 'Somebody',
    createdOn: '2026-03-02',
  } as const
  await insertConsultant(db, { ...somebody, passwordHash })
  const times: Record<Side, number[]> = { known: [], unknown: [] }
  for (let pair = -WARM_UP; pair < pairs; pair++) {
    const sides: Side[] = Math.random() < 0.5 ? ['known', 'unknown'] : ['unknown', 'known']
    for (const side of sides) {
      const email = side === 'known' ? KNOWN : `n${pair + WARM_UP}body@checks.test`
      const began = performance.now()
      const { kind } = await signIn(db, { email, password: 'a wrong one, and long' }, new Date())
      const ms = performance.now() - began
      if (kind !== 'refused') throw new Error('a wrong password was taken')
      if (pair >= 0) times[side].push(ms)
    }
  }
  await db.destroy()
  return times
}

function rowOf(times: readonly number[]): string[] {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  const figures = [median(times), mean, Math.min(...times), Math.max(...times)]
  return [String(times.length), ...figures.map((figure) => figure.toFixed(2))]
}

function aim(what: string, shown: string, met: boolean, wanted: string): string {
  return `aim: ${what} ${wanted}: ${shown}, ${met ? 'met' : 'missed'}`
}
