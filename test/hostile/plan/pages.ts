import { Client } from '../client.ts'
import { short } from '../expected.ts'
import { main } from '../fields/answers.ts'
import { query } from '../oracles/store.ts'
import type { Run } from '../run.ts'
import { wordsOf } from '../steps.ts'
import { inert, judgeDirection } from '../surfaces/pages.ts'
import type { PlannedBatch } from './plan.ts'
import type { Planned } from './planned.ts'

/** Pages on which every text of a plan can be read. */
const PAGES = [
  'priorities',
  'not-now',
  'rights',
  'rights/print',
  'rhythm',
  'outcomes',
  'rollout',
  'commitments',
  'week',
]

const FORMS = {
  priority: 'priorities',
  'not-now': 'not-now',
  right: 'rights',
  forum: 'rhythm',
  objective: 'outcomes/objectives',
  'key-result': 'outcomes/key-results',
  stage: 'rollout/stages',
  countermeasure: 'rollout/countermeasures',
  decision: 'decisions',
} as const

/** The consultant's pages of a plan, the forms of what stands in it, and the page that a sponsor follows. */
export async function judgePlanPages(run: Run, batch: PlannedBatch): Promise<void> {
  const { engagement } = batch
  for (const page of PAGES) await judgePage(run, batch, `${engagement}/plan/${page}`)
  const overview = await run.watcher.look(`${run.world.server.baseUrl}${engagement}/plan`)
  for (const { item } of batch.planned) inert(run, item, overview.faults, 'the page of the plan')
  await judgeForms(run, batch)
  await judgeProgress(run, batch)
}

async function judgePage(run: Run, { planned }: Pick<PlannedBatch, 'planned'>, path: string): Promise<void> {
  const seen = await run.watcher.look(run.world.server.baseUrl + path)
  const name = path.replace(/[0-9a-f-]{36}/g, '…')
  for (const { item, words } of planned) {
    run.tally.judge(item, main(item), seen.text.includes(words), `${name} does not show ${short(words)}`)
    inert(run, item, seen.faults, name)
    await judgeDirection(run, item, words, name)
  }
}

/** One text of each class: the forms are made of the same few fields. */
async function judgeForms(run: Run, { engagement, planned }: PlannedBatch): Promise<void> {
  const kinds = new Set<string>()
  for (const one of planned) {
    if (!kinds.has(one.item.kind)) await judgeFormsOf(run, engagement, one)
    kinds.add(one.item.kind)
  }
}

async function judgeFormsOf(run: Run, engagement: string, { item, words }: Planned): Promise<void> {
  const rows = await query(
    run.world.databasePath,
    'select id, kind, content from plan_entry where engagement_id = ?',
    engagement.slice('/engagements/'.length),
  )
  const holding = rows.filter(({ content }) => String(content).includes(JSON.stringify(words)))
  for (const [kind, place] of Object.entries(FORMS)) {
    const row = holding.find((one) => one.kind === kind)
    if (!row) continue
    const path = `${engagement}/plan/${place}/${String(row.id)}`
    const seen = await run.watcher.look(run.world.server.baseUrl + path)
    // A field of one line has no line breaks to show.
    const shown = seen.values.some((value) => value === words || value === words.replaceAll('\n', ''))
    run.tally.judge(item, main(item), shown, `the form of a ${kind} does not show ${short(words)}`)
    inert(run, item, seen.faults, `the form of a ${kind}`)
  }
}

async function judgeProgress(run: Run, batch: PlannedBatch): Promise<void> {
  const { consultant, server } = run.world
  const shared = await consultant.submit(
    await consultant.open(`${batch.engagement}/plan/progress`),
    [],
    'share',
  )
  const link = /\/g\/[0-9A-Za-z]+/.exec(shared.text)?.[0]
  if (!link) throw new Error(`there is no link to the progress: ${wordsOf(shared)}`)
  const sponsor = new Client(server.baseUrl)
  await sponsor.submit(await sponsor.open(link), [])
  await run.watcher.enter(sponsor)
  await judgePage(run, batch, '/progress')
  await run.watcher.enter(consultant)
}
