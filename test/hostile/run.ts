import type { Instrument } from '#app/questionnaire/instrument.ts'
import type { Corpus, HostileItem } from './corpus.ts'
import { HANDLERS, isTyped } from './fields/handlers.ts'
import { guarded } from './guarded.ts'
import { judgeLimits } from './limits/limits.ts'
import { judgeFiles, judgeLog, judgeServer } from './oracles/afterwards.ts'
import { Watcher } from './oracles/pages.ts'
import { ownTexts } from './plan/own-texts.ts'
import { judgePlans } from './plan/plan.ts'
import { hostileInstrument, takeInQuestionnaire } from './steps.ts'
import { Tally } from './tally.ts'
import { openWorld, type World } from './world.ts'

/** What the parts of a run share. */
export interface Run {
  world: World
  tally: Tally
  watcher: Watcher
  instrument: Instrument
  instrumentKey: string
  /** Tables that were downloaded, for LibreOffice. */
  files: string[]
  pdfs: { ms: number; pages: number; placeholders: number }[]
  decks: { values: number; shown: number }
}

const KNOWN_CODES = new Set(
  `bounded-box bounded-time distinct ignored-field inert-html inert-log inert-mail inert-pdf inert-sheet inert-sql isolated-bidi
  no-escape no-false-positive no-prototype normalise reject-400 reject-4xx same-origin verbatim`.split(/\s+/),
)

/** Runs a corpus through the built server and prints the figures. Gives the number of failures. */
export async function runCorpus(corpus: Corpus): Promise<number> {
  const started = Date.now()
  const world = await openWorld()
  const tally = new Tally()
  const items = [...corpus.items, ...ownTexts()]
  try {
    const watcher = await Watcher.open(world, world.consultant)
    const instrument = hostileInstrument()
    const instrumentKey = await takeInQuestionnaire(world.consultant, instrument)
    const decks = { values: 0, shown: 0 }
    const run: Run = { world, tally, watcher, instrument, instrumentKey, files: [], pdfs: [], decks }
    for (const { id, why } of corpus.unreadable) tally.other(`input ${id}`, false, `cannot be read: ${why}`)
    await runItems(run, corpus.items)
    await judgePlans(run, items.filter(isTyped))
    await judgeLimits(run).catch((error) =>
      tally.other('the limits', false, `stopped: ${String(error).slice(0, 300)}`),
    )
    await judgeFiles(run, items)
    judgeLog(run, items)
    await judgeServer(run, corpus.items)
  } finally {
    await world.close()
  }
  const failed = tally.print(items)
  console.log(`${Math.round((Date.now() - started) / 1000)} seconds`)
  return failed
}

/** Items go to the part that knows their field; what nobody knows is said and counts as failed. */
async function runItems(run: Run, items: readonly HostileItem[]): Promise<void> {
  const byHandler = new Map<(typeof HANDLERS)[string], HostileItem[]>()
  for (const item of items) {
    const strange = item.expect.filter((code) => !KNOWN_CODES.has(code))
    const handler = HANDLERS[item.field]
    if (strange.length > 0) run.tally.notKnown(item, `nothing here can judge ${strange.join(', ')}`)
    else if (!handler) run.tally.notKnown(item, `no field here is called ${item.field}`)
    else byHandler.set(handler, [...(byHandler.get(handler) ?? []), item])
  }
  for (const [handler, of] of byHandler) {
    console.log(`${new Date().toTimeString().slice(0, 8)} ${of.length} inputs for ${of[0]?.field}`)
    await guarded(run, of, async () => handler?.(run, of))
  }
}
