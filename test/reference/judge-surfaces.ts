import { mayDiffer } from '#test/disclosure/addresses.ts'
import type { Answering } from '#test/disclosure/company.ts'
import { differing, type Family, makeFamily } from '#test/disclosure/family.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { seedClient } from '#test/helpers/seeded-client.ts'
import type { DisclosureCase } from './judge-disclosure.ts'

/** Which of the things that are sent a case is about; the database is looked at in an unlinked round. */
const SURFACES: Record<string, RegExp> = {
  K01: /data|loader|json/,
  K02: /report( \d|,)|debrief/,
  K03: /report( \d|,)|debrief|table/,
  K04: /pdf/,
  K05: /table|pptx/,
  K06: /./,
}

/** One person of a level that is too small, in the second database, says other things. */
const hidden: Answering = (answers, { place, level }) => {
  if (level !== 'department' || place !== 0) return answers
  const lines = ['Buy a rival', 'Fewer faults'].map((text) => ({ text, picks: {} }))
  return {
    ...answers,
    priorities: { state: 'answered', value: { kind: 'lines', lines } },
    tiebreak: { state: 'answered', value: { kind: 'scale', point: 1 } },
    'slow-crossfunctional': { state: 'answered', value: { kind: 'scale', point: 5 } },
  }
}

const made = new Map<string, Promise<Family>>()

function twinsIn(privacyMode: 'confidential' | 'unlinked'): Promise<Family> {
  const people = { senior: 8, department: 3 }
  const shared: Answering = (answers) => answers
  const company = { seed: 7, privacyMode, instruments: ['full@1'], people, begun: 'senior' as const, shared }
  const twins = made.get(privacyMode) ?? makeFamily(company, [{ changed: hidden }])
  made.set(privacyMode, twins)
  return twins
}

/** On how many surfaces two databases differ that differ in hidden answers only. */
export async function judgeSurface({ id }: DisclosureCase): Promise<unknown> {
  if (id === 'K07') return { difference: (await twinsIn('unlinked')).linkedRows }
  const { base, others } = await twinsIn('confidential')
  const asked = Object.keys(base).filter(
    (name) => SURFACES[id]?.test(name) && !mayDiffer(name, 'sorter', 'confidential'),
  )
  if (asked.length === 0) throw new Error(`no surface for ${id}`)
  return { difference: differing(base, others[0] ?? {}).filter((name) => asked.includes(name)).length }
}

/** What a running server gives out while a round is open, and what of its people it gives to a reader. */
export async function judgeOpenRound({ input }: Pick<DisclosureCase, 'input'>): Promise<unknown> {
  const app = await runApplication()
  try {
    return input.wave ? { results: await resultsOfOpen(app) } : { names: await namesForReader(app) }
  } finally {
    await app.close()
  }
}

async function resultsOfOpen(app: RunningApplication): Promise<string | null> {
  const { rounds, cookies } = await seedClient(app, { name: 'ada' })
  const replies = ['report', 'report.pdf', 'report.json', 'exports/items.csv'].map((name) =>
    app.ask(`/rounds/${rounds.open}/${name}`, { cookie: cookies.consultant }),
  )
  const given = (await Promise.all(replies)).filter(({ status }) => status === 200)
  return given.length === 0 ? null : `${given.length} of ${replies.length} given`
}

async function namesForReader(app: RunningApplication): Promise<boolean> {
  const { rounds, cookies } = await seedClient(app, { name: 'ada' })
  const paths = [
    `/rounds/${rounds.open}`,
    `/rounds/${rounds.open}/people`,
    `/rounds/${rounds.open}/live`,
    '/report',
  ]
  const replies = await Promise.all(paths.map((path) => app.ask(path, { cookie: cookies.reader })))
  return replies.some(({ text }) => text.includes('Lead 0 of ada'))
}
