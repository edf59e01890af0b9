import type { HostileItem } from '../corpus.ts'
import { refusedBy, short } from '../expected.ts'
import { changedTables, query, rowCounts } from '../oracles/store.ts'
import { showsInsides } from '../oracles/wire.ts'
import type { Run } from '../run.ts'
import { createEngagement, enterAsLead, importLeads, linksOf, openRound } from '../steps.ts'
import { main, sectionOf } from './answers.ts'

const SCALE = 'tiebreak'

/** Points that no scale has: refused, and the point that was chosen before stands. */
export async function runScales(run: Run, items: readonly HostileItem[]): Promise<void> {
  const { consultant, server, databasePath } = run.world
  const engagement = await createEngagement(consultant, { clientName: 'Scales', departments: [], roles: [] })
  const email = 'scale@scales.example'
  await importLeads(consultant, engagement, [
    { name: 'Xq', email, level: 'senior', department: '', title: '' },
  ])
  const round = await openRound(consultant, engagement, { title: 'Scales', instrumentKey: run.instrumentKey })
  const lead = await enterAsLead(server.baseUrl, (await linksOf(consultant, round)).get(email) ?? '')
  const section = sectionOf(run.instrument, SCALE)
  await lead.post(`/answer/${section}`, [
    [`${SCALE}.revision`, '0'],
    [SCALE, '3'],
    ['go', 'back'],
    ['asked', '1'],
  ])
  for (const item of items) {
    const before = await rowCounts(databasePath)
    const value = item.text ?? item.bytes?.toString('utf8') ?? ''
    const reply = await lead.post(`/answer/${section}`, [
      [`${SCALE}.revision`, '1'],
      [SCALE, value],
      ['go', 'back'],
      ['asked', '1'],
    ])
    const code = item.expect.find((one) => one.startsWith('reject-')) ?? main(item)
    const fitting = refusedBy(item.expect) ? [400, 422].includes(reply.status) : reply.status === 303
    run.tally.judge(item, code, fitting, `${short(value)} was met with ${reply.status}`)
    const changed = changedTables(before, await rowCounts(databasePath))
    run.tally.judge(item, code, changed.length === 0, `rows changed in ${changed.join(', ')}`)
    const [row] = await query(
      databasePath,
      `select answer from draft join participation on participation.id = participation_id
       join lead on lead.id = lead_id where email = ? and item_id = ?`,
      email,
      SCALE,
    )
    const stands = String(row?.answer).includes('"point":3') || !refusedBy(item.expect)
    run.tally.judge(item, code, stands, `the earlier answer became ${String(row?.answer)}`)
    run.tally.judge(item, code, !showsInsides(reply.text), 'the answer shows its insides')
  }
}
