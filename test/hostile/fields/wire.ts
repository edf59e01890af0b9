import { Client } from '../client.ts'
import type { HostileItem } from '../corpus.ts'
import { changedTables, rowCounts } from '../oracles/store.ts'
import { overTheWire, showsInsides, type WireReply } from '../oracles/wire.ts'
import type { Run } from '../run.ts'

/** Addresses as they stand, which a browser would tidy up. */
export async function runPaths(run: Run, items: readonly HostileItem[]): Promise<void> {
  for (const item of items) {
    const path = item.text ?? ''
    const request = `GET ${path} HTTP/1.1\r\nHost: ${new URL(run.world.server.baseUrl).host}\r\nAccept: text/html\r\nConnection: close\r\n\r\n`
    await judgeWire(run, item, Buffer.from(request))
  }
}

/** Whole requests. */
export async function runRaw(run: Run, items: readonly HostileItem[]): Promise<void> {
  for (const item of items) {
    const bytes = item.rawHttp ?? item.bytes ?? Buffer.from(item.text ?? '')
    const host = new URL(run.world.server.baseUrl).host
    const filled = Buffer.from(bytes.toString('latin1').replaceAll('{host}', host), 'latin1')
    await judgeWire(run, item, filled)
  }
}

async function judgeWire(run: Run, item: HostileItem, bytes: Buffer): Promise<void> {
  const { databasePath, server } = run.world
  const before = await rowCounts(databasePath)
  const reply = await overTheWire(server.baseUrl, bytes)
  const changed = changedTables(before, await rowCounts(databasePath))
  for (const code of item.expect) {
    run.tally.judge(item, code, fits(item, code, reply), `met with ${reply.status || 'silence'}`)
    run.tally.judge(item, code, changed.length === 0, `rows changed in ${changed.join(', ')}`)
    run.tally.judge(item, code, !/^set-cookie:/im.test(reply.head), 'it sets a cookie')
    run.tally.judge(item, code, !showsInsides(reply.body), 'the answer shows its insides')
    if (code === 'same-origin') {
      const to = /^location: (.*)$/im.exec(reply.head)?.[1]
      run.tally.judge(
        item,
        code,
        to === undefined || (to.startsWith('/') && !/^\/[/\\]/.test(to)),
        `it leads to ${to}`,
      )
    }
  }
  const next = await new Client(server.baseUrl).get('/sign-in')
  run.tally.judge(
    item,
    item.expect[0] as string,
    next.status === 200,
    `the next request was met with ${next.status}`,
  )
}

/** A connection that is closed without an answer is a refusal as well. */
function fits({ expect }: HostileItem, code: string, { status }: WireReply): boolean {
  if (code === 'reject-400') return [0, 400, 422].includes(status)
  if (code === 'reject-4xx' || expect.includes('reject-4xx'))
    return status === 0 || (status >= 400 && status < 500)
  return status < 500
}
