import type { FaultCheck } from './fault.ts'
import { post, saveLine } from './lead-browser.ts'
import { integrityOf, rowsOf } from './read-rows.ts'
import { inScratch } from './scratch.ts'
import { type Place, type Seeded, seedRounds } from './seeded-round.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { type SmallDisk, smallDisk } from './small-disk.ts'

const TYPED = 'This sentence was typed on the day on which the disk was full'

export const fullDisk: FaultCheck = {
  name: 'full-disk',
  promise: 'a full disk loses nothing, is said plainly, and is over as soon as there is room',
  run: (length) =>
    inScratch(async (scratch) => {
      const rounds = length === 'long' ? 20 : 2
      const disk = smallDisk(scratch)
      try {
        const seeded = await seedRounds(disk.folder, { leads: 10 })
        const server = await startServer({ dataDir: disk.folder })
        const story = new Story(server, disk, seeded)
        try {
          for (let number = 0; number < rounds; number += 1) await story.fillAndFree(number)
        } finally {
          await server.kill('SIGTERM')
        }
        return story.result(rounds)
      } finally {
        disk.remove()
      }
    }),
}

class Story {
  readonly #server: ServerProcess
  readonly #disk: SmallDisk
  readonly #seeded: Seeded
  readonly #faults: string[] = []
  /** What was acknowledged last, by place. */
  readonly #acknowledged = new Map<string, { text: string; revision: number }>()
  #saves = 0
  #refused = 0

  constructor(server: ServerProcess, disk: SmallDisk, seeded: Seeded) {
    this.#server = server
    this.#disk = disk
    this.#seeded = seeded
  }

  async fillAndFree(round: number): Promise<void> {
    await this.#saveAll(`with room, ${round}`)
    await this.#disk.fill(this.#server.pid)
    let refusals = 0
    for (let turn = 0; turn < 5 && refusals < 10; turn += 1)
      refusals += await this.#saveAll(`without room, ${round}.${turn} ${'x'.repeat(80)}`)
    if (refusals === 0) this.#faults.push(`round ${round}: nothing was refused, so the disk was not full`)
    await this.#whileFull()
    await this.#disk.free()
    if ((await this.#saveAll(`with room again, ${round}`)) > 0)
      this.#faults.push(`round ${round}: saves were refused though there was room again`)
  }

  /** Gives the number of saves that were refused. */
  async #saveAll(words: string): Promise<number> {
    let refused = 0
    for (const [index, place] of this.#places().entries()) {
      const known = this.#acknowledged.get(place.participationId)?.revision ?? 0
      const text = `${words} by ${index}`
      const change = { itemId: 'priorities' as const, text, revision: known }
      const outcome = await saveLine(this.#server.baseUrl, place, change)
      this.#saves += 1
      if (outcome.kind === 'acknowledged')
        this.#acknowledged.set(place.participationId, { text, revision: outcome.done })
      else if (outcome.kind === 'refused' && outcome.status === 503) refused += 1
      else this.#faults.push(`a save ended with ${JSON.stringify(outcome).slice(0, 200)}`)
    }
    this.#refused += refused
    return refused
  }

  /** Without the script: the page comes back with the text in it. Pages can be read, and whoever watches is warned. */
  async #whileFull(): Promise<void> {
    const { baseUrl } = this.#server
    const [place] = this.#places()
    const form = new URLSearchParams({ 'stops.1': TYPED, 'stops.revision': '0', go: 'next' })
    const sent = await post(baseUrl, '/answer/this-quarter', place?.cookie ?? '', form)
    const kept = sent.kind === 'refused' && sent.status === 503 && sent.text.includes(TYPED)
    if (!kept || !/The server is full\. Your text is still here/.test(sent.text))
      this.#faults.push(`a form sent without room was answered ${JSON.stringify(sent).slice(0, 200)}`)
    const pages = [
      { path: '/answer/this-quarter', cookie: place?.cookie ?? '' },
      { path: '/engagements', cookie: this.#seeded.consultantCookie },
    ]
    for (const { path, cookie } of pages) {
      const page = await fetch(baseUrl + path, { headers: { cookie, accept: 'text/html' } })
      if (page.status !== 200) this.#faults.push(`${path} was answered ${page.status} without room`)
      const warns = (await page.text()).includes('The server is nearly full')
      if (path === '/engagements' && this.#isReal() && !warns) this.#faults.push('owners are not warned')
    }
    const health = await fetch(`${baseUrl}/healthz`)
    if (this.#isReal() && health.status !== 503)
      this.#faults.push(`/healthz answered ${health.status} without room`)
  }

  result(rounds: number) {
    const stored = new Map(
      rowsOf<{ id: string; answer: string }>(
        this.#disk.folder,
        "select participation_id as id, answer from draft where item_id = 'priorities'",
      ).map(({ id, answer }) => [id, answer]),
    )
    const lost = [...this.#acknowledged].filter(([id, { text }]) => !stored.get(id)?.includes(`"${text}"`))
    if (lost.length > 0) this.#faults.push(`${lost.length} acknowledged answers are not stored`)
    const integrity = integrityOf(this.#disk.folder)
    if (integrity !== 'ok') this.#faults.push(`integrity_check: ${integrity}`)
    const figures = `${rounds} times full (${this.#disk.kind}), ${this.#saves} saves, ${this.#refused} answered 503, ${lost.length} acknowledged lost, no restart, integrity ${integrity}`
    return { figures, faults: this.#faults }
  }

  #places(): readonly Place[] {
    return this.#seeded.rounds.confidential.places
  }

  #isReal(): boolean {
    return this.#disk.kind === '16 MiB in memory'
  }
}
