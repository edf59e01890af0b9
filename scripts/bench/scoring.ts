import { REDRAWS } from '#app/scoring/score-input.ts'
import { ITEMS, PEOPLE } from './invented-ratings.ts'
import { inChild } from './measure.ts'
import { MEASURES, type MeasuredGroups, type MeasureName } from './measures-in-child.ts'
import { measureWithR, type RFigure, type RMeasures } from './r-measures.ts'
import type { ScoredRound } from './score-in-child.ts'
import { growth, milliseconds, tableOf } from './table.ts'

const ROUNDS = [
  { people: 10, times: 7 },
  { people: 75, times: 9 },
  { people: 100, times: 7 },
  { people: 1000, times: 3 },
  { people: 10_000, times: 1 },
]
const GROUPS = [100, 1000, 10_000]
/** What scoring is meant to keep to; figures of a machine that others share may lie above it. */
const AIMS = { round75: 300, round10000: 10_000, overFixture: 3, overR: 10 }

/** Whole rounds of 10 to 10,000 leads, and four measures over many groups beside R's packages. */
export async function* benchScoring(): AsyncIterable<string> {
  yield* roundTables()
  yield ''
  yield* measureTables()
}

async function* roundTables(): AsyncIterable<string> {
  const scored: ScoredRound[] = []
  for (const { people, times } of ROUNDS)
    scored.push(await inChild<ScoredRound>('score-in-child.ts', people, times))
  const sizes = ROUNDS.map(({ people }) => people)
  const walls = scored.map(({ further }) => further.wall)
  const peaks = scored.map(({ memoryPeak }) => memoryPeak)
  yield `A whole round: ${scored[0]?.items} items, ${REDRAWS} redraws, chance lines, tests, leave-one-out; ms, MB; growth for ten times the leads`
  yield* tableOf(
    ['leads', 'first ms', 'first CPU', 'further ms', 'CPU', 'growth', 'peak MB', 'before', 'growth'],
    scored.map(({ first, further, memoryBefore }, at) => [
      String(sizes[at]),
      ...[first.wall, first.cpu, further.wall, further.cpu].map(milliseconds),
      growth(sizes, walls, at),
      milliseconds(peaks[at] as number),
      milliseconds(memoryBefore),
      growth(sizes, peaks, at),
    ]),
  )
  yield 'first: the first round of a process, before anything is compiled; further: median of rounds with other answers'
  yield ''
  yield 'Beside a bare typed-array resampling of the same people, items and redraws (scripts/bench/typed-resampling.ts), in turns'
  yield* tableOf(
    ['leads', 'bare ms', 'our redraws', 'ratio', 'whole round', 'ratio'],
    scored.map(({ fixture, redraws, further }, at) => [
      String(sizes[at]),
      milliseconds(fixture),
      milliseconds(redraws),
      (redraws / fixture).toFixed(2),
      milliseconds(further.wall),
      (further.wall / fixture).toFixed(2),
    ]),
  )
  const at = (people: number) => scored[sizes.indexOf(people)] as ScoredRound
  const worst = Math.max(...scored.map(({ redraws, fixture }) => redraws / fixture))
  yield aim(
    '75 leads, further round',
    milliseconds(at(75).further.wall),
    at(75).further.wall,
    AIMS.round75,
    'ms',
  )
  yield aim(
    '10,000 leads',
    milliseconds(at(10_000).further.wall),
    at(10_000).further.wall,
    AIMS.round10000,
    'ms',
  )
  yield aim('redraws, worst ratio', worst.toFixed(2), worst, AIMS.overFixture, 'x the bare fixture')
}

function aim(what: string, shown: string, figure: number, most: number, unit: string): string {
  return `aim: ${what} <= ${most} ${unit}: ${shown}, ${figure <= most ? 'met' : 'missed'}`
}

async function* measureTables(): AsyncIterable<string> {
  const measured: MeasuredGroups[] = []
  for (const groups of GROUPS) measured.push(await inChild<MeasuredGroups>('measures-in-child.ts', groups))
  yield `Four measures, one call a group or item: groups of ${PEOPLE} people, ${ITEMS} items, five points; ms for all groups, median of three`
  yield* tableOf(
    ['groups', ...MEASURES.flatMap((name) => [`${name} ms`, 'growth']), 'peak MB'],
    measured.map(({ measures, memory }, at) => [
      String(GROUPS[at]),
      ...MEASURES.flatMap((name) => [
        milliseconds(measures[name].wall),
        growth(
          GROUPS,
          measured.map((one) => one.measures[name].wall),
          at,
        ),
      ]),
      milliseconds(memory),
    ]),
  )
  yield ''
  yield* besideR(measured.at(-1) as MeasuredGroups, await measureWithR(GROUPS.at(-1) as number))
}

const R_CALLS: Record<MeasureName, string> = {
  r_wg: 'multilevel::rwg',
  AD: 'multilevel::ad.m',
  A: 'agrmt::agreement',
  alpha: 'irr::kripp.alpha',
}

export function* besideR(ours: MeasuredGroups, r: RMeasures): Iterable<string> {
  if (r.kind === 'missing') {
    yield `Beside R: not compared. ${r.reason}.`
    return
  }
  yield `Beside ${r.version} on the same ${GROUPS.at(-1)} groups`
  yield* tableOf(
    ['measure', 'R ms', 'ours ms', 'times faster', `aim ${AIMS.overR}`, 'mean in R', 'our mean', 'by'],
    MEASURES.map((name) => rowBesideR(name, ours.measures[name], r.measures.get(name))),
  )
}

function rowBesideR(
  name: MeasureName,
  ours: { wall: number; mean: number },
  r: RFigure | undefined,
): string[] {
  const own = milliseconds(ours.wall)
  const mean = ours.mean.toFixed(6)
  if (r?.kind !== 'measured') {
    return [
      name,
      '-',
      own,
      '-',
      '-',
      '-',
      mean,
      `${R_CALLS[name]}: R package "${r?.package ?? '?'}" is not installed here`,
    ]
  }
  const faster = r.wall / ours.wall
  const all = r.groups === GROUPS.at(-1)
  const note = all ? R_CALLS[name] : `${R_CALLS[name]}, scaled from ${r.groups} groups`
  const verdict = faster >= AIMS.overR ? 'met' : 'missed'
  return [name, milliseconds(r.wall), own, faster.toFixed(0), verdict, r.mean.toFixed(6), mean, note]
}
