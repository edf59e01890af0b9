import { sectionOf } from '../fields/answers.ts'
import type { Run } from '../run.ts'
import { isWithin } from '../slowness.ts'
import { createEngagement, enterAsLead, importLeads, linksOf, openRound } from '../steps.ts'

const QUICK_MS = 1000
const SLOW_MS = 3000

const heading = 'name,email,level'
const line = (index: number) => `Person ${index},p${index}@rows.example,senior`
const rows = (count: number) =>
  [heading, ...Array.from({ length: count }, (_, index) => line(index))].join('\n')

/** Lists of leads have up to 1,000 rows and 1 MiB; texts have up to 20,000 signs, and the page says so. */
export async function judgeImports(run: Run): Promise<void> {
  const { consultant } = run.world
  const engagement = await createEngagement(consultant, { clientName: 'Rows', departments: [], roles: [] })
  const ask = async (what: string, list: string, wanted: number) => {
    // The quickest of three: what a busy machine adds is not the product's.
    let [status, ms] = [0, Number.POSITIVE_INFINITY]
    for (let left = 3; left > 0 && ms > QUICK_MS; left--) {
      const form = new FormData()
      form.append('list', '')
      form.append('file', new Blob([list], { type: 'text/csv' }), 'leads.csv')
      form.append('intent', 'check')
      const reply = await consultant.upload(`${engagement}/leads/import`, form)
      status = reply.status
      ms = Math.min(ms, reply.ms)
    }
    run.tally.other(
      what,
      status === wanted && isWithin(ms, SLOW_MS),
      `status ${status} in ${Math.round(ms)} ms`,
    )
  }
  await ask('a list of 1,000 leads', rows(1000), 200)
  await ask('a list of 1,001 leads', rows(1001), 400)
  await ask('a list of 500,000 rows', rows(500_000), 413)
  await ask('a list of 1 MiB of quotation marks', `${heading}\n${'"'.repeat(1024 * 1024 - 20)}`, 200)
  await ask('a list of 2 MiB', `${heading}\n${'x'.repeat(2 * 1024 * 1024)}`, 413)
  await judgeCounter(run, engagement)
}

async function judgeCounter(run: Run, engagement: string): Promise<void> {
  const { consultant, server } = run.world
  const email = 'room@rows.example'
  await importLeads(consultant, engagement, [
    { name: 'Xq', email, level: 'senior', department: '', title: '' },
  ])
  const round = await openRound(consultant, engagement, { title: 'Room', instrumentKey: run.instrumentKey })
  const lead = await enterAsLead(server.baseUrl, (await linksOf(consultant, round)).get(email) ?? '')
  const { watcher } = run
  await watcher.enter(lead)
  const seen = await watcher.look(`${server.baseUrl}/answer/${sectionOf(run.instrument, 'one-fix')}`)
  run.tally.other(
    'the limit of a text is stated',
    seen.text.includes('Up to 20,000 characters'),
    'beside the field',
  )
  await watcher.page.locator('textarea').first().fill('x'.repeat(20_500))
  const counted = (await watcher.page.locator('#one-fix-room').textContent()) ?? ''
  const kept = (await watcher.page.locator('textarea').first().inputValue()).length
  run.tally.other(
    'what is typed is counted and nothing is cut',
    counted.includes('20500') && kept === 20_500,
    `"${counted}"; ${kept} characters stay in the field`,
  )
  await watcher.enter(consultant)
}
