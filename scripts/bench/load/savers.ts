import type { Agent } from 'node:http'
import { rowsOf } from '#test/faults/read-rows.ts'
import type { Place } from '#test/faults/seeded-round.ts'
import { ask } from './requests.ts'

const ITEMS = ['priorities', 'stops', 'dependencies'] as const
const PAGE = '/answer/this-quarter'

interface Line {
  place: Place
  itemId: (typeof ITEMS)[number]
  /** What was acknowledged last. */
  text: string
  revision: number
  underWay: boolean
  /** After a save without an answer nobody knows what is kept, so the line is left alone. */
  unknown: boolean
}

/** Everybody's lines, saved one after the other, with what the server said it kept. */
export class Savers {
  acknowledged = 0
  /** A save was due and every line was waiting for an answer. */
  notSent = 0
  readonly #baseUrl: string
  readonly #agent: Agent
  readonly #lines: Line[]
  #next = 0

  constructor(baseUrl: string, agent: Agent, places: readonly Place[]) {
    this.#baseUrl = baseUrl
    this.#agent = agent
    const line = { text: '', revision: 0, underWay: false, unknown: false }
    this.#lines = ITEMS.flatMap((itemId) => places.map((place) => ({ ...line, place, itemId })))
  }

  async save(): Promise<number | string> {
    const line = this.#freeLine()
    if (!line) {
      this.notSent++
      return 'not sent'
    }
    line.underWay = true
    const text = `${line.place.participationId} ${line.itemId} ${line.revision + 1}`
    const form = new URLSearchParams({
      [`${line.itemId}.1`]: text,
      [`${line.itemId}.revision`]: String(line.revision),
    })
    const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await this.#ask(`${PAGE}/save`, line, headers, form.toString())
    line.underWay = false
    return this.#note(line, text, answer)
  }

  async view(): Promise<number | string> {
    const line = this.#lines[this.#next++ % this.#lines.length] as Line
    return (await this.#ask(PAGE, line, { accept: 'text/html', 'accept-encoding': 'gzip' })).status
  }

  /** What was acknowledged and is not in the database, in words. */
  lostIn(dataDir: string): string[] {
    const kept = new Map(rowsOf<Row>(dataDir, DRAFTS).map((row) => [`${row.place} ${row.item}`, row]))
    return this.#lines.flatMap(({ place, itemId, text, revision }) => {
      const row = kept.get(`${place.participationId} ${itemId}`) ?? { text: '', revision: 0 }
      const isThere = row.revision > revision || (row.revision === revision && row.text === text)
      return isThere ? [] : [`told "${text}" at ${revision}, kept "${row.text}" at ${row.revision}`]
    })
  }

  #freeLine(): Line | undefined {
    for (let tries = 0; tries < this.#lines.length; tries++) {
      const line = this.#lines[this.#next++ % this.#lines.length] as Line
      if (!line.underWay && !line.unknown) return line
    }
    return undefined
  }

  #ask(path: string, { place }: Line, headers: Record<string, string>, body?: string) {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    return ask(
      this.#baseUrl + path,
      {
        agent: this.#agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...headers, ...length, cookie: place.cookie, origin: this.#baseUrl },
      },
      body,
    )
  }

  #note(line: Line, text: string, { status, text: reply }: { status: number | string; text: string }) {
    if (typeof status === 'string') line.unknown = true
    if (status !== 200) return status
    const { saved } = JSON.parse(reply) as { saved: { revision: number }[] }
    const revision = saved[0]?.revision
    if (revision !== line.revision + 1) {
      line.unknown = true
      return 'not saved'
    }
    Object.assign(line, { text, revision })
    this.acknowledged++
    return status
  }
}

interface Row {
  place: string
  item: string
  text: string
  revision: number
}

const DRAFTS = `select participation_id as place, item_id as item, revision,
  json_extract(answer, '$.value.lines[0].text') as text from draft`
