import { Client } from '../client.ts'
import type { HostileItem } from '../corpus.ts'
import { short } from '../expected.ts'
import type { Run } from '../run.ts'
import { findLibreOffice, openedByOffice } from './libre-office.ts'
import { storeFaults } from './store.ts'

/** All tables that were downloaded in this run, opened by a spreadsheet program where there is one. */
export async function judgeFiles(run: Run, items: readonly HostileItem[]): Promise<void> {
  const soffice = findLibreOffice()
  if (!soffice) {
    console.log(
      'LibreOffice was NOT used: it is not installed here. The rule of the bytes was applied to every table.',
    )
    return
  }
  const seen = openedByOffice(soffice, run.files, run.world.folder)
  const words = `LibreOffice opened ${seen.files} of ${run.files.length} tables with ${seen.cells} filled cells: ${seen.formulas} formulas, ${seen.links} links`
  console.log(words)
  run.tally.other(
    'tables in LibreOffice',
    seen.faults.length === 0,
    `${words} ${seen.faults.slice(0, 5).join(', ')}`,
  )
  for (const item of items)
    if (item.expect.includes('inert-sheet'))
      run.tally.judge(
        item,
        'inert-sheet',
        seen.faults.length === 0,
        `LibreOffice: ${seen.faults.slice(0, 2).join(', ')}`,
      )
}

/** Addresses that were asked for are in the log, as they are to be. */
const IN_ADDRESSES = new Set(['path', 'url', 'redirectTo', 'filename', 'raw', 'raw_http', 'request', 'http'])

/** One event a line, as data, and none of the hostile words in it. */
export function judgeLog(run: Run, items: readonly HostileItem[]): void {
  const output = run.world.server.output()
  const lines = output.split('\n').filter((line) => line !== '' && !line.startsWith('First start.'))
  const broken = lines.filter((line) => !isEvent(line))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/.test(output)
  run.tally.other(
    'the log',
    broken.length === 0 && !controls,
    `${lines.length} lines, ${broken.length} of them no event ${short(broken[0] ?? '')}`,
  )
  const faults = lines.filter((line) => /"level":(?:50|60)/.test(line))
  run.tally.other('faults in the log', faults.length === 0, `${faults.length} ${short(faults[0] ?? '', 600)}`)
  for (const item of items) {
    const text = item.text ?? ''
    const leaked = text.length >= 8 && !IN_ADDRESSES.has(item.field) && output.includes(text)
    const code = item.expect.includes('inert-log') ? 'inert-log' : (item.expect[0] as string)
    if (leaked || item.expect.includes('inert-log'))
      run.tally.judge(
        item,
        code,
        broken.length === 0 && !controls && !leaked,
        leaked ? 'it is in the log' : 'the log is broken',
      )
  }
}

function isEvent(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}

/** After all of it: the server lives, its objects are as they were, and the database is sound. */
export async function judgeServer(run: Run, items: readonly HostileItem[]): Promise<void> {
  const alive = await new Client(run.world.server.baseUrl).get('/healthz')
  run.tally.other('the server lives', alive.status === 200, `/healthz ${alive.status}`)
  const { foreign, blockedMs, computedMs, peak } = run.world.probe()
  run.tally.other(
    'prototypes',
    foreign.length === 0,
    `${foreign.length} foreign properties ${foreign.join(', ')}`,
  )
  const faults = await storeFaults(run.world.databasePath)
  run.tally.other(
    'the database',
    faults.length === 0,
    `integrity and UTF-8: ${faults.length} faults ${faults.join(', ')}`,
  )
  const pdfs = run.pdfs.map(({ ms }) => ms)
  console.log(
    `${run.pdfs.length} PDFs of ${run.pdfs.reduce((sum, { pages }) => sum + pages, 0)} pages, the slowest in ${Math.round(Math.max(0, ...pdfs))} ms; ${run.pdfs.reduce((sum, one) => sum + one.placeholders, 0)} placeholders for letters without a bundled font`,
  )
  console.log(
    `the server was started anew ${run.world.restarts()} times, so that its limits were not in the way`,
  )
  console.log(`slides: ${run.decks.shown} of ${run.decks.values} values had room on them`)
  console.log(
    `the event loop was blocked for ${Math.round(blockedMs)} ms at the longest, computing for ${Math.round(computedMs)} ms at the longest; memory reached ${Math.round(peak / 1024 / 1024)} MiB`,
  )
  if (items.length === 0) run.tally.other('the corpus', false, 'it holds no items')
}
