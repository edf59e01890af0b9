import { strFromU8, unzipSync } from 'fflate'
import type { RunningApplication } from '#test/helpers/running-application.ts'
import type { Asked } from './addresses.ts'

/** What is sent, by name, byte for byte (as latin-1). */
export type Surfaces = Record<string, string>

/** Fetches one after the other, as whoever each is for. */
export async function collect(
  app: RunningApplication,
  asked: readonly Asked[],
  named = (name: string) => name,
): Promise<Surfaces> {
  const surfaces: Surfaces = {}
  for (const one of asked) surfaces[named(one.name)] = await bytesOf(app, one)
  return surfaces
}

/** Status, the headers but for the clock, and the body. */
async function bytesOf(app: RunningApplication, asked: Asked): Promise<string> {
  const { path, cookie, hasIds, inRandomOrder } = asked
  const response = await fetch(app.address + path, {
    headers: { cookie, connection: 'close' },
    redirect: 'manual',
  })
  const headers = [...response.headers].filter(([name]) => !['date', 'connection'].includes(name))
  const bytes = Buffer.from(await response.arrayBuffer())
  if (inRandomOrder) return [response.status, ...linesOf(bytes).sort()].join('\n')
  const body = bytes.toString('latin1')
  const sent = `${response.status}\n${JSON.stringify(headers)}\n${body}`
  return hasIds && !body.startsWith('PK') ? withoutRandomIds(sent) : sent
}

const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const TIME = /\d{4}-\d\d-\d\dT[\d:.]+Z/g

/** What stands in a file, without the ids and times in it; the list of checksums in a parcel is left out. */
function linesOf(bytes: Buffer): string[] {
  const files = isZip(bytes) ? Object.entries(unzipSync(bytes)) : [['file', bytes] as const]
  return files
    .filter(([name]) => name !== 'manifest.json')
    .flatMap(([, file]) => strFromU8(file).replace(ID, 'id').replace(TIME, 'time').split('\n'))
}

const isZip = (bytes: Buffer) => bytes.toString('latin1', 0, 2) === 'PK'

/** Each id, and each token that is made of one, told by the place where it first stands. */
function withoutRandomIds(text: string): string {
  const ids = new Map<string, string>()
  return text.replace(new RegExp(`${ID.source}|/r/\\w{32,}`, 'g'), (id) => {
    const place = ids.get(id) ?? `id ${ids.size}`
    ids.set(id, place)
    return place
  })
}
