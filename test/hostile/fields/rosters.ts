import type { HostileItem } from '../corpus.ts'
import { refusedBy } from '../expected.ts'
import { changedTables, rowCounts } from '../oracles/store.ts'
import type { Run } from '../run.ts'
import { isWithin } from '../slowness.ts'
import { createEngagement } from '../steps.ts'
import { inert } from '../surfaces/pages.ts'

const QUICK_MS = 1000

/** Lists of leads, as a file and pasted: nothing is taken in before somebody says so, and nothing in them runs. */
export async function runRosters(run: Run, items: readonly HostileItem[]): Promise<void> {
  const { consultant, databasePath, server } = run.world
  const engagement = await createEngagement(consultant, { clientName: 'Lists', departments: [], roles: [] })
  for (const item of items) {
    const bytes = item.bytes ?? Buffer.from(item.text ?? '')
    const before = await rowCounts(databasePath)
    const form = new FormData()
    form.append('list', '')
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'text/csv' }), 'leads.csv')
    form.append('intent', 'check')
    const asFile = await consultant.upload(`${engagement}/leads/import`, form)
    const pasted = await consultant.post(`${engagement}/leads/import`, [
      ['list', bytes.toString('utf8')],
      ['intent', 'check'],
    ])
    const changed = changedTables(before, await rowCounts(databasePath))
    for (const [how, reply] of [
      ['as a file', asFile],
      ['pasted', pasted],
    ] as const) {
      for (const code of item.expect) {
        const refused = reply.status >= 400 && reply.status < 500
        run.tally.judge(
          item,
          code,
          refusedBy([code]) ? refused : reply.status < 500,
          `${how} it was met with ${reply.status}`,
        )
        run.tally.judge(item, code, changed.length === 0, `rows changed in ${changed.join(', ')}`)
        if (code === 'bounded-time')
          run.tally.judge(
            item,
            code,
            isWithin(reply.ms, QUICK_MS),
            `${how} it took ${Math.round(reply.ms)} ms`,
          )
      }
      if (!reply.headers.get('content-type')?.startsWith('text/html')) continue
      const seen = await run.watcher.lookAt(reply.text, `${server.baseUrl}${engagement}/leads/import`)
      inert(run, item, seen.faults, 'the review of a list')
    }
  }
}
