import { setTimeout as sleep } from 'node:timers/promises'
import type { Gate } from './gate.ts'
import { handIn, type Outcome, saveLine } from './lead-browser.ts'
import { type Entry, ITEM, newEntry } from './ledger.ts'
import type { Place } from './seeded-round.ts'

const HAND_IN_EVERY = 5
const UNLINKED_EVERY = 20
const BUSY_PAUSE_MS = 20
/** Statuses that say: try again. */
const PASSING = [429, 503]

export interface Places {
  linked: readonly Place[]
  /** Each can be handed in once. */
  unlinked: readonly Place[]
}

/** Somebody who saves and hands in without a pause, and repeats what got no reply, as the questionnaire's script does. */
export class Writer {
  saves = 0
  handIns = 0
  readonly faults: string[] = []
  /** How often something else than a yes came back, by what it was. */
  readonly setbacks = new Map<string, number>()
  readonly #gate: Gate
  readonly #linked: Entry[]
  readonly #unlinked: Entry[] = []
  readonly #fresh: Place[]
  #made = 0

  constructor(gate: Gate, places: Places) {
    this.#gate = gate
    this.#linked = places.linked.map((place) => newEntry(place, false))
    this.#fresh = [...places.unlinked]
  }

  get entries(): readonly Entry[] {
    return [...this.#linked, ...this.#unlinked]
  }

  async run(enough: () => boolean): Promise<void> {
    for (let step = 0; !enough(); step++) {
      if (step % UNLINKED_EVERY === 0) await this.#fillUnlinked()
      const entry = this.#linked[step % this.#linked.length]
      if (!entry) throw new Error('a writer needs a place')
      await this.#save(entry)
      if (step % HAND_IN_EVERY === 0) await this.#handIn(entry)
    }
  }

  /** From the first line to the end, since nothing can be saved once it is handed in. */
  async #fillUnlinked(): Promise<void> {
    const place = this.#fresh.pop()
    if (!place) return
    const entry = newEntry(place, true)
    this.#unlinked.push(entry)
    await this.#save(entry)
    await this.#handIn(entry)
  }

  async #save(entry: Entry): Promise<void> {
    const text = `${entry.place.participationId} ${++this.#made}`
    const change = { itemId: ITEM, text, revision: entry.revision } as const
    entry.pending = text
    const { outcome } = await this.#insist((address) => saveLine(address, entry.place, change))
    if (outcome.kind !== 'acknowledged') return this.#noteRefusal(outcome)
    const revision = outcome.done
    if (revision !== entry.revision + 1)
      this.faults.push(`a save upon revision ${entry.revision} was acknowledged as ${revision}`)
    Object.assign(entry, { text, revision, pending: null })
    this.saves++
  }

  async #handIn(entry: Entry): Promise<void> {
    if (entry.text === '') return
    entry.handingIn = true
    const { outcome, repeated } = await this.#insist((address) => handIn(address, entry.place))
    // The first try went through without a reply, and took the session with it.
    const wasThrough = repeated && outcome.kind === 'refused' && outcome.text === '/link-needed'
    if (outcome.kind !== 'acknowledged' && !wasThrough) return this.#noteRefusal(outcome)
    Object.assign(entry, { handedIn: entry.text, handingIn: false })
    this.handIns++
  }

  /** Until there is an answer that no repeating will change. */
  async #insist<Done>(
    ask: (address: string) => Promise<Outcome<Done>>,
  ): Promise<{ outcome: Outcome<Done>; repeated: boolean }> {
    for (let repeated = false; ; repeated = true) {
      const outcome = await ask(await this.#gate.pass())
      if (outcome.kind === 'acknowledged') return { outcome, repeated }
      this.#count(outcome.kind === 'no-reply' ? outcome.cause : `status ${outcome.status}`)
      if (outcome.kind === 'refused' && !PASSING.includes(outcome.status)) return { outcome, repeated }
      await sleep(BUSY_PAUSE_MS)
    }
  }

  #count(words: string): void {
    this.setbacks.set(words, (this.setbacks.get(words) ?? 0) + 1)
  }

  #noteRefusal(outcome: Outcome<unknown>): void {
    if (outcome.kind === 'refused')
      this.faults.push(`refused with status ${outcome.status}: ${outcome.text.slice(0, 120)}`)
  }
}

/** One writer for each share of the places. */
export function writersFor(gate: Gate, places: Places, writers: number): Writer[] {
  const share = (all: readonly Place[], index: number) => all.filter((_, at) => at % writers === index)
  return Array.from(
    { length: writers },
    (_, index) =>
      new Writer(gate, { linked: share(places.linked, index), unlinked: share(places.unlinked, index) }),
  )
}

export function sum(writers: readonly Writer[], of: (writer: Writer) => number): number {
  return writers.reduce((total, writer) => total + of(writer), 0)
}
