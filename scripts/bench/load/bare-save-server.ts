import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openNative } from '#db/native.ts'
import { databaseIn } from '#test/faults/scratch.ts'

/**
 * The bare fixture that the server is measured against: plain HTTP, one durable upsert a save on the same driver with the same
 * settings, and a page of the same size that is only sent. No guard, no session, no checks, no rendering, no headers.
 */
const [dataDir = '', pageBytes = '0'] = process.argv.slice(2)
const native = await openNative(databaseIn(dataDir))
native.exec('pragma journal_mode = wal; pragma synchronous = full')
native.exec(
  'create table draft (participation_id text, item_id text, answer text, revision integer, primary key (participation_id, item_id))',
)
const upsert = native.prepare(`insert into draft values (?, ?, ?, 1) on conflict do update
  set answer = excluded.answer, revision = revision + 1 where revision = ? returning revision`)
const page = 'x'.repeat(Number(pageBytes))

async function save(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += chunk
  const [[name = '', text = ''] = [], [, revision = '0'] = []] = [...new URLSearchParams(body)]
  const itemId = name.slice(0, -2)
  const place = request.headers.cookie?.split('=')[1] ?? ''
  const answer = { state: 'answered', value: { kind: 'lines', lines: [{ text, picks: {} }] } }
  const row = upsert.get(place, itemId, JSON.stringify(answer), Number(revision))
  return JSON.stringify({
    saved: [{ itemId, revision: (row as { revision: number } | undefined)?.revision }],
  })
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.end(request.method === 'POST' ? await save(request) : page)
}

const server = createServer((request, response) => void answer(request, response))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.once('disconnect', () => process.exit())
