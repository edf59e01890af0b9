import type { HostileItem } from '../corpus.ts'
import { short } from '../expected.ts'
import { main } from '../fields/answers.ts'
import { guarded } from '../guarded.ts'
import { query } from '../oracles/store.ts'
import type { Run } from '../run.ts'
import { createEngagement, importLeads } from '../steps.ts'
import { inert } from '../surfaces/pages.ts'
import { judgePlanPages } from './pages.ts'
import { judgePapers } from './papers.ts'
import { fits, formsOf, type PlanForm, type Planned, plannedOf, resultForm } from './planned.ts'
import { judgeReminders } from './reminders.ts'

const BATCH = 12

/** One engagement and the texts that stand in its plan. */
export interface PlannedBatch {
  /** Path of the engagement. */
  engagement: string
  clientName: string
  planned: readonly Planned[]
  days: { first: string; due: string }
}

/**
 * Every hostile text goes through every typed field of a plan, and out again over its pages, the sponsor's page, the printed
 * plan, the table of outcomes, calendars and mails.
 */
export async function judgePlans(run: Run, items: readonly HostileItem[]): Promise<void> {
  const typed = items.filter(({ text }) => text !== null)
  const batches: PlannedBatch[] = []
  for (let start = 0; start < typed.length; start += BATCH) {
    const part = typed.slice(start, start + BATCH)
    console.log(`plans ${start + 1} to ${start + part.length} of ${typed.length}`)
    await guarded(run, part, async () => {
      const batch = await planBatch(run, plannedOf(part, start))
      if (batch) batches.push(batch)
    })
  }
  await guarded(run, typed, () => judgeReminders(run, batches))
}

async function planBatch(run: Run, all: readonly Planned[]): Promise<PlannedBatch | null> {
  const { consultant } = run.world
  const planned = all.filter(fits)
  const clientName = planned.find(({ isNamed }) => isNamed)?.words ?? 'Plans'
  const engagement = await createEngagement(consultant, { clientName, departments: [], roles: ['Chief'] })
  const days = { first: dayIn(0), due: dayIn(3) }
  for (const one of all.filter((each) => !fits(each))) await judgeTooMuch(run, one, engagement, days)
  if (planned.length === 0) return null
  await importLeads(
    consultant,
    engagement,
    planned.map(({ lead }) => ({ ...lead, level: 'senior' as const, department: '', title: '' })),
  )
  const objectiveId = await commonObjective(run, engagement)
  for (const one of planned)
    for (const form of [...formsOf(one, days), resultForm(one, objectiveId, days.due)])
      await judgeTaken(run, one, engagement, form)
  for (const one of planned) {
    await judgeSigned(run, one, engagement, days.first)
    await judgeAgreed(run, one, engagement)
  }
  const batch = { engagement, clientName, planned, days }
  await judgePlanPages(run, batch)
  await judgePapers(run, batch)
  return batch
}

function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

function send(run: Run, engagement: string, { path, fields }: PlanForm) {
  const common = { intent: 'save', entry: '', revision: '0' }
  return run.world.consultant.post(`${engagement}${path}`, Object.entries({ ...common, ...fields }))
}

/** So that a key result has somewhere to stand where the words themselves make no objective. */
async function commonObjective(run: Run, engagement: string): Promise<string> {
  const fields = { outcome: 'Orders go through at once', owner: 'Chief', priorityId: '' }
  await send(run, engagement, {
    kind: 'objective',
    path: '/plan/outcomes/objectives/new',
    fields,
    stored: {},
  })
  const [row] = await entries(run, engagement, 'objective')
  return String(row?.id)
}

async function entries(run: Run, engagement: string, kind: string) {
  const id = engagement.slice('/engagements/'.length)
  const sql = 'select id, content from plan_entry where engagement_id = ? and kind = ?'
  return query(run.world.databasePath, sql, id, kind)
}

async function judgeTaken(run: Run, { item, words }: Planned, engagement: string, form: PlanForm) {
  const reply = await send(run, engagement, form)
  const { kind, stored, mayRefuse = false } = form
  if (mayRefuse && reply.status === 400) return
  run.tally.judge(item, main(item), reply.status === 303, `as ${kind} it was met with ${reply.status}`)
  const found = (await entries(run, engagement, kind)).some(({ content }) => {
    const kept = JSON.parse(String(content)) as Record<string, unknown>
    return Object.entries(stored).every(
      ([name, value]) => JSON.stringify(kept[name]) === JSON.stringify(value),
    )
  })
  run.tally.judge(item, main(item), found, `no ${kind} holds ${short(words)} in all its fields`)
}

/** Somebody of that name signs the right that is called the same. */
async function judgeSigned(run: Run, { item, text, words }: Planned, engagement: string, day: string) {
  const id = await idOf(run, engagement, 'right', words)
  const form = { intent: 'sign', entry: id, revision: '1', signedBy: text, signedOn: day }
  const reply = await run.world.consultant.post(`${engagement}/plan/rights/${id}`, Object.entries(form))
  run.tally.judge(item, main(item), reply.status === 303, `as a signature it was met with ${reply.status}`)
}

/** Somebody of that name agrees for the other team. */
async function judgeAgreed(run: Run, { item, text, words }: Planned, engagement: string) {
  const id = await idOf(run, engagement, 'key-result', words)
  if (id === '') return
  const form = { intent: 'agree', entry: id, revision: '1', index: '0', by: text }
  const reply = await run.world.consultant.post(`${engagement}/plan/outcomes`, Object.entries(form))
  run.tally.judge(item, main(item), reply.status === 303, `as an agreement it was met with ${reply.status}`)
}

async function idOf(run: Run, engagement: string, kind: string, words: string): Promise<string> {
  const rows = await entries(run, engagement, kind)
  const row = rows.find(({ content }) => {
    const { situation, wording } = JSON.parse(String(content)) as Record<string, unknown>
    return (situation ?? wording) === words
  })
  return String(row?.id ?? '')
}

/** What a line has no room for, or what says nothing, is refused with what was typed, and nothing of it is stored. */
async function judgeTooMuch(run: Run, planned: Planned, engagement: string, days: PlannedBatch['days']) {
  const { item, words } = planned
  const code = item.expect.find((one) => one.startsWith('reject-')) ?? main(item)
  for (const form of formsOf(planned, days).filter(({ kind }) => kind !== 'forum')) {
    const before = (await entries(run, engagement, form.kind)).length
    const reply = await send(run, engagement, form)
    const after = (await entries(run, engagement, form.kind)).length
    run.tally.judge(item, code, reply.status === 400, `as ${form.kind} it was met with ${reply.status}`)
    run.tally.judge(item, code, before === after, `a ${form.kind} was stored`)
    const seen = await run.watcher.lookAt(reply.text, `${run.world.server.baseUrl}${engagement}${form.path}`)
    inert(run, item, seen.faults, `the form of a ${form.kind}`)
    const isKept = words === '' || seen.values.some((value) => value.includes(words.replaceAll('\n', '')))
    run.tally.judge(item, code, isKept, `what was typed is gone from the form of a ${form.kind}`)
  }
}
