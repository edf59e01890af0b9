import { short } from '../expected.ts'
import { type Answered, main } from '../fields/answers.ts'
import { restoredCells } from '../oracles/files.ts'
import { query } from '../oracles/store.ts'
import type { Run } from '../run.ts'
import { inert, judgeDirection } from './pages.ts'

interface Closed {
  engagement: string
  round: string
  answered: readonly Answered[]
}

const FILES = [
  'answers.csv',
  'answers.xlsx',
  'lines.csv',
  'lines.xlsx',
  'aggregates.xlsx',
  'items.csv',
  'themes.csv',
]

/** Every file of answers that leaves the server, and the consultant's pages about the people. */
export async function judgeAnswerFiles(run: Run, { engagement, round, answered }: Closed): Promise<void> {
  await run.world.consultant.open(`${round}/themes`)
  const files = new Map<string, Set<string>>()
  const faults: string[] = []
  for (const name of FILES) {
    const path = name === 'themes.csv' ? `${round}/${name}` : `${round}/exports/${name}`
    const seen = await restoredCells(run, path, name)
    if (!seen) continue
    files.set(name, seen.cells)
    faults.push(...seen.faults)
  }
  const kinds = new Set<string>()
  for (const given of answered) {
    const { item, words, line } = given
    // Nothing is left of some: an answer without a sign in it is an item that was left empty.
    for (const name of words === '' ? [] : ['answers.csv', 'answers.xlsx'])
      has(run, given, files.get(name), words, name)
    if (line !== null)
      for (const name of ['lines.csv', 'lines.xlsx', 'themes.csv'])
        has(run, given, files.get(name), line, name)
    if (item.expect.includes('inert-sheet'))
      run.tally.judge(item, 'inert-sheet', faults.length === 0, faults.slice(0, 3).join(', '))
    // One of each class: these files are written by the same few lines, and are given out ten an hour.
    if (!kinds.has(item.kind) && words !== '') await judgePerson(run, engagement, given)
    kinds.add(item.kind)
  }
  await judgeBench(run, round, answered)
}

function has(
  run: Run,
  { item }: Answered,
  cells: Set<string> | undefined,
  wanted: string,
  name: string,
): void {
  run.tally.judge(item, main(item), cells?.has(wanted) ?? false, `${name} has no cell ${short(wanted)}`)
}

async function judgePerson(run: Run, engagement: string, given: Answered): Promise<void> {
  const { item, words, email } = given
  const [lead] = await query(run.world.databasePath, 'select id from lead where email = ?', email)
  const path = `${engagement}/leads/${String(lead?.id)}/data`
  const json = await run.world.consultant.get(`${path}.json`)
  const texts = stringsOf(JSON.parse(json.text))
  run.tally.judge(item, main(item), texts.has(words), 'data.json does not hold the words')
  const csv = await restoredCells(run, `${path}.csv`, `person-${item.id}.csv`)
  run.tally.judge(item, main(item), csv?.cells.has(words) ?? false, 'data.csv does not hold the words')
  if (item.expect.includes('inert-sheet'))
    run.tally.judge(item, 'inert-sheet', csv?.faults.length === 0, `data.csv: ${csv?.faults.join(', ')}`)
}

/** The consultant's desk: the coding bench with its lines, and the free texts that may be quoted. */
async function judgeBench(run: Run, round: string, answered: readonly Answered[]): Promise<void> {
  const { watcher, tally, world } = run
  await watcher.enter(world.consultant)
  const page = await watcher.look(`${world.server.baseUrl}${round}/themes/priorities`)
  for (const { item, line } of answered) {
    inert(run, item, page.faults, 'the bench')
    if (line === null) continue
    tally.judge(item, main(item), page.text.includes(line), `the bench does not show ${short(line)}`)
    await judgeDirection(run, item, line, 'bench')
  }
}

export function stringsOf(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value)
  else if (value !== null && typeof value === 'object')
    for (const part of Object.values(value)) stringsOf(part, found)
  return found
}
